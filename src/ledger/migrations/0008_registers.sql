-- What staff keep beside the cases: companies, partners, their proposals, what other registers say of firms and researchers,
-- drafts of applications, and the files that were imported. No person's name is in any of it.

create table company (
  id text primary key,
  business_number text not null unique check (business_number ~ '^[0-9]{10}$'),
  name_ko text not null,
  name_en text,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp()
);

create table partner (
  id text primary key,
  name_ko text not null,
  name_en text not null,
  country text not null,
  registered_on date,
  left_on date,
  -- Why it left.
  ground text,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp(),
  constraint partner_left_for_a_ground check ((left_on is null) = (ground is null))
);

create table proposal (
  edition_id text not null,
  id text not null,
  partner_id text not null references partner (id),
  title_ko text not null,
  title_en text,
  sector text not null,
  summary text,
  state text not null check (state in ('open', 'closed')) default 'open',
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (edition_id, id)
);
create index proposal_by_partner on proposal (partner_id, state);

-- What another register says of a firm or, by an opaque reference, of a researcher (domain.md section 2, concurrency and bans).
create table standing (
  kind text not null check (kind in ('firm', 'researcher')),
  ref text not null,
  banned_until date,
  running integer not null default 0 check (running >= 0),
  projects integer not null default 0 check (projects >= 0),
  as_principal integer not null default 0 check (as_principal >= 0),
  as_of date not null,
  source text not null,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (kind, ref)
);

-- Registers are corrected in place; what stood before stays on record.
create table register_history (
  position bigint generated always as identity primary key,
  register text not null,
  was jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp()
);
create trigger register_history_append_only before update or delete on register_history
  for each row execute function refuse_change();
create trigger register_history_never_truncated before truncate on register_history execute function refuse_change();

create function keep_what_was() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into register_history (register, was, changed_by) values (tg_table_name, to_jsonb(old), new.changed_by);
  return null;
end $$;
create trigger company_history after update on company for each row execute function keep_what_was();
create trigger partner_history after update on partner for each row execute function keep_what_was();
create trigger proposal_history after update on proposal for each row execute function keep_what_was();
create trigger standing_history after update on standing for each row execute function keep_what_was();

-- An application that its company has not sent yet: its own affair, changed and thrown away as it likes.
create table draft (
  id text primary key,
  company_id text not null,
  edition_id text not null,
  track text not null,
  body jsonb not null,
  version integer not null default 1,
  -- The command that the draft was sent as.
  submitted_as text,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);
create index draft_by_company on draft (company_id, id);

-- A file that was imported, known by what is in it, with the answer that its repetition is given.
create table import_batch (
  id text primary key,
  kind text not null,
  edition_id text not null,
  sha256 text not null,
  mode text not null check (mode in ('all', 'valid')),
  rows integer not null,
  accepted integer not null,
  rejected integer not null,
  duplicates integer not null,
  report jsonb not null,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  unique (kind, edition_id, sha256, mode)
);
create table import_row (
  batch_id text not null references import_batch (id),
  row integer not null,
  outcome text not null check (outcome in ('accepted', 'rejected', 'duplicate')),
  -- What the row became: an entry's id, or a command's.
  became text,
  errors jsonb not null default '[]',
  primary key (batch_id, row)
);
create trigger import_batch_append_only before update or delete on import_batch
  for each row execute function refuse_change();
create trigger import_batch_never_truncated before truncate on import_batch execute function refuse_change();
create trigger import_row_append_only before update or delete on import_row
  for each row execute function refuse_change();
create trigger import_row_never_truncated before truncate on import_row execute function refuse_change();

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'rnd_app') then return; end if;
  grant select, insert, update on company, partner, proposal, standing to rnd_app;
  grant select on register_history to rnd_app;
  grant select, insert, update, delete on draft to rnd_app;
  grant select, insert on import_batch, import_row to rnd_app;
end $$;
