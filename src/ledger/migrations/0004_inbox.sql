-- The command inbox: what was received, by whom and when, before anybody is answered.

create table command_inbox (
  id text primary key,
  kind text not null check (kind in ('start', 'decide', 'announce')),
  subject_id text not null,
  type text not null,
  data jsonb not null,
  actor jsonb not null,
  person text not null,
  idempotency_key text not null,
  body_sha256 text not null,
  received_at timestamptz not null default clock_timestamp(),
  state text not null default 'received' check (state in ('received', 'applied', 'refused', 'failed')),
  lease_until timestamptz,
  attempts integer not null default 0,
  answer jsonb,
  answered_at timestamptz,
  unique (person, idempotency_key)
);
create index command_inbox_undelivered on command_inbox (received_at) where state = 'received';
create index command_inbox_by_subject on command_inbox (subject_id, received_at);
create index command_inbox_by_person on command_inbox (person, received_at desc, id);

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
