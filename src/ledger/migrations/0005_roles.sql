-- What the application's own role may do: read, receive, hold money and give it back, and append by `append_row`; never
-- rewrite. The triggers say so to everybody, this to the role.

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'rnd_app') then
    create role rnd_app nologin;
  end if;
exception
  -- Two databases of one server can be migrated at once; the role is the server's.
  when duplicate_object or unique_violation then null;
  -- A hosted database whose owner may make no roles: the triggers alone hold the ledger there.
  when insufficient_privilege then raise notice 'no role rnd_app: the owner of this database may not make it';
end $$;

revoke execute on function append_row(jsonb), release_reservation(text) from public;

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'rnd_app') then return; end if;
  grant usage on schema public to rnd_app;
  grant select on subject, ledger_row, posting to rnd_app;
  grant execute on function append_row(jsonb), release_reservation(text) to rnd_app;
  grant select, insert on document, notice, fund, reservation to rnd_app;
  grant update (pending) on fund to rnd_app;
  grant select, insert, update on application_number, command_inbox to rnd_app;
end $$;
