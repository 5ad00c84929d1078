-- Who stands in for whom, who sits at which desk, who holds a role no more, and which days off staff have added.

-- An absence is covered by a dated delegation (domain.md section 6); days are plain dates in Korea, both included.
create table delegation (
  id text primary key,
  of_person text not null,
  to_person text not null,
  role text not null,
  org text not null,
  from_day date not null,
  to_day date not null,
  ground text not null,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  revoked_by text,
  revoked_at timestamptz,
  constraint delegation_to_another check (to_person <> of_person),
  constraint delegation_in_order check (to_day >= from_day),
  constraint delegation_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create index delegation_of on delegation (of_person, role, from_day);
create index delegation_to on delegation (to_person, from_day);

-- What a person may read by a secret address: what is theirs to do, and when. The address itself is kept by nobody.
create table calendar_feed (
  id text primary key,
  person text not null,
  role text not null,
  org text not null,
  token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default clock_timestamp(),
  revoked_by text,
  revoked_at timestamptz,
  constraint calendar_feed_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create index calendar_feed_of on calendar_feed (person, made_at);

-- A day off that staff add to the edition's table, proposed by one person and decided by another.
create table holiday_amendment (
  id text primary key,
  date date not null,
  name_ko text not null,
  name_en text not null,
  kind text not null check (kind in ('public', 'substitute', 'one-off')),
  ground text not null,
  proposed_by text not null,
  proposed_at timestamptz not null default clock_timestamp(),
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused')),
  decided_by text,
  decided_at timestamptz,
  constraint holiday_amendment_decided
    check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint holiday_amendment_by_two check (decided_by <> proposed_by)
);
create unique index holiday_amendment_once on holiday_amendment (date) where state <> 'refused';

-- What was written stays as it was written; what ends it is written once.
create trigger delegation_as_made before delete
  or update of id, of_person, to_person, role, org, from_day, to_day, ground, made_by, made_at on delegation
  for each row execute function refuse_change();
create trigger delegation_revoked_once before update on delegation
  for each row when (old.revoked_at is not null) execute function refuse_change();
create trigger delegation_never_truncated before truncate on delegation execute function refuse_change();
create trigger calendar_feed_as_made before delete or update of id, person, role, org, token_sha256, made_at on calendar_feed
  for each row execute function refuse_change();
create trigger calendar_feed_revoked_once before update on calendar_feed
  for each row when (old.revoked_at is not null) execute function refuse_change();
create trigger calendar_feed_never_truncated before truncate on calendar_feed execute function refuse_change();
create trigger holiday_amendment_as_proposed before delete
  or update of id, date, name_ko, name_en, kind, ground, proposed_by, proposed_at on holiday_amendment
  for each row execute function refuse_change();
create trigger holiday_amendment_decided_once before update on holiday_amendment
  for each row when (old.state <> 'proposed') execute function refuse_change();
create trigger holiday_amendment_never_truncated before truncate on holiday_amendment execute function refuse_change();

-- From an instant on a person's role is refused, at the door and where money is held.
create table role_revocation (
  position bigint generated always as identity primary key,
  person text not null,
  role text not null,
  from_at timestamptz not null default clock_timestamp(),
  ground text not null,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index role_revocation_of on role_revocation (person, role, from_at);
create trigger role_revocation_append_only before update or delete on role_revocation
  for each row execute function refuse_change();
create trigger role_revocation_never_truncated before truncate on role_revocation execute function refuse_change();

-- Whose desk a track is: who is told of a clock, who stands in, and who is told when it is still late.
create table desk (
  edition_id text not null,
  track text not null,
  officer text not null,
  deputy text not null check (deputy <> officer),
  head text not null,
  org text not null,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (edition_id, track)
);
create trigger desk_history after update on desk for each row execute function keep_what_was();

-- A notice to one person of an organisation; null: to all of it.
alter table notice add column person text;
create index notice_by_person on notice (person, sent_at desc, key) where person is not null;

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'rnd_app') then return; end if;
  grant select, insert on delegation, calendar_feed, holiday_amendment, role_revocation to rnd_app;
  grant update (revoked_by, revoked_at) on delegation, calendar_feed to rnd_app;
  grant update (state, decided_by, decided_at) on holiday_amendment to rnd_app;
  grant select, insert, update on desk to rnd_app;
end $$;
