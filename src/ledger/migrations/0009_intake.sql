-- What came out of IRIS: each receipt number of an edition once, whoever imports it, with the command that it became.
create table iris_receipt (
  edition_id text not null,
  number text not null,
  -- SHA-256 (hex) of what the file said under the number.
  said_sha256 text not null,
  command_id text not null,
  booked_at timestamptz not null default clock_timestamp(),
  primary key (edition_id, number)
);
create index iris_receipt_by_command on iris_receipt (command_id);

-- A file may be imported again: after its faulty rows have become good, or after another file has said otherwise meanwhile.
alter table import_batch drop constraint import_batch_kind_edition_id_sha256_mode_key;
create index import_batch_latest on import_batch (kind, edition_id, made_at);

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'rnd_app') then return; end if;
  grant select, insert, update on iris_receipt to rnd_app;
end $$;
