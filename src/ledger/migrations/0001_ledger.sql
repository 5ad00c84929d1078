-- The ledger: what was decided, append-only, and the projection that people read.

create table subject (
  id text primary key,
  subject text not null,
  chart_id text not null,
  edition_id text not null,
  edition_hash text not null,
  track text not null,
  company_id text not null,
  partner_id text,
  parent_id text,
  seq integer not null,
  state text not null,
  facts jsonb not null,
  deadlines jsonb not null,
  next_due timestamptz,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz
);
create index subject_by_kind on subject (subject, id);
create index subject_by_state on subject (track, state, id);
create index subject_by_company on subject (company_id, id);
create index subject_by_partner on subject (partner_id, id);
create index subject_by_parent on subject (parent_id, id);
create index subject_by_due on subject (next_due) where closed_at is null;

create table ledger_row (
  position bigint generated always as identity primary key,
  subject_id text not null,
  seq integer not null,
  chart_id text not null,
  outcome text not null check (outcome in ('applied', 'ignored')),
  reason text,
  event_type text not null,
  event jsonb not null,
  command_id text,
  person text not null,
  from_state text,
  to_state text not null,
  orders jsonb not null,
  received_at timestamptz not null,
  applied_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (subject_id, seq)
);
-- A command is applied once, whatever Temporal delivers twice (design.md: an update id protects only within one run).
create unique index ledger_row_by_command on ledger_row (command_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% keeps what stands: corrections are further rows', tg_table_name using errcode = 'RL003';
end $$;
create trigger ledger_row_append_only before update or delete on ledger_row
  for each row execute function refuse_change();
create trigger ledger_row_never_truncated before truncate on ledger_row execute function refuse_change();
