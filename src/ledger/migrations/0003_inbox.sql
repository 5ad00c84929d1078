-- The command inbox: what was received, by whom and when, before anybody is answered.

create table command_inbox (
  id text primary key,
  kind text not null check (kind in ('start', 'decide', 'announce')),
  subject_id text not null,
  type text not null,
  data jsonb not null,
  actor jsonb not null,
  -- The number that its sender had read the case at, where it is for that reading only.
  expected_seq integer,
  person text not null,
  idempotency_key text not null,
  body_sha256 text not null,
  received_at timestamptz not null default clock_timestamp(),
  -- What became of it, for people.
  state text not null default 'received' check (state in ('received', 'applied', 'refused')),
  answer jsonb,
  answered_at timestamptz,
  -- Whether it still has to be brought to its workflow, for the dispatcher (docs/adr/0006).
  delivered_at timestamptz,
  lease_until timestamptz,
  attempts integer not null default 0,
  unique (person, idempotency_key),
  constraint command_inbox_answered check ((state = 'received') = (answer is null)),
  constraint command_inbox_refused_is_over check (state <> 'refused' or delivered_at is not null)
) with (fillfactor = 80);
create index command_inbox_undelivered on command_inbox (received_at, id) where delivered_at is null;
create index command_inbox_by_subject on command_inbox (subject_id, received_at);
create index command_inbox_by_person on command_inbox (person, received_at desc, id);

-- What was received stays as it came, and what was answered stays said: windows are judged by it (docs/adr/0002, 0003).
create trigger command_inbox_as_received before delete
  or update of id, kind, subject_id, type, data, actor, expected_seq, person, idempotency_key, body_sha256, received_at on command_inbox
  for each row execute function refuse_change();
create trigger command_inbox_as_answered before update of state, answer, answered_at on command_inbox
  for each row when (old.state <> 'received') execute function refuse_change();
create trigger command_inbox_never_truncated before truncate on command_inbox execute function refuse_change();

create table application_number (
  edition_id text not null,
  track text not null,
  last integer not null,
  primary key (edition_id, track)
);

create table document (
  sha256 text not null,
  org text not null,
  size bigint not null,
  media_type text not null,
  person text not null,
  stored_at timestamptz not null default clock_timestamp(),
  primary key (sha256, org)
);

create table notice (
  key text primary key,
  subject_id text not null,
  org text not null,
  notice text not null,
  params jsonb not null,
  sent_at timestamptz not null default clock_timestamp()
);
create index notice_by_org on notice (org, sent_at desc, key);
