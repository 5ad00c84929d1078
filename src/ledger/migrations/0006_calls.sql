-- Calls: what the books said in a command, numbers that nobody queues for, and which subject belongs to which call.

-- What the books said when it was received; stamped by the intake, and as it came like the rest.
alter table command_inbox add column books jsonb;
drop trigger command_inbox_as_received on command_inbox;
create trigger command_inbox_as_received before delete
  or update of id, kind, subject_id, type, data, books, actor, expected_seq, person, idempotency_key, body_sha256, received_at
  on command_inbox for each row execute function refuse_change();

-- The applications of a call are the starts of its edition and track, by the time of their receipt.
create index command_inbox_applications on command_inbox ((data ->> 'edition'), (data ->> 'track'), received_at)
  where kind = 'start';

-- A number is drawn in the statement that stores its application. A row that counts would be locked until that is on
-- disk, and in the last minute everybody would queue for it; a sequence is not waited for, and never gives a number twice.
create function number_sequence(edition text, track text) returns text language sql immutable as $$
  select 'application_number_' || left(encode(sha256(convert_to(edition || '/' || track, 'UTF8')), 'hex'), 40)
$$;

create function draw_number(edition text, track text) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sequence text := number_sequence(edition, track);
begin
  if to_regclass(sequence) is null then
    perform pg_advisory_xact_lock(hashtextextended(sequence, 0));
    execute format('create sequence if not exists %I', sequence);
  end if;
  return nextval(sequence::regclass);
end $$;

-- Numbers go on where the table stopped, which has no more to say.
do $$
declare
  drawn application_number;
begin
  for drawn in select * from application_number loop
    execute format('create sequence %I start %s', number_sequence(drawn.edition_id, drawn.track), drawn.last + 1);
  end loop;
end $$;
drop table application_number;

-- A project's id as src/contract/names.ts writes it: four digits at least.
create function numbered(prefix text, number bigint) returns text language sql immutable as $$
  select prefix || lpad(number::text, greatest(4, length(number::text)), '0')
$$;

-- Which call a subject belongs to, and who sits on its panel at the moment: columns of their own, because an index on an
-- expression over the facts would be written anew whenever anything in them changes.
alter table subject
  add column call_id text generated always as (facts ->> 'callId') stored,
  add column panel_members jsonb generated always as (
    jsonb_path_query_array(facts, '$.panel[*].person') || jsonb_path_query_array(facts,
      '$.panel.members[*] ? (!exists(@.replacedBy ? (@ != null)) && !exists(@.recused ? (@ != null))).person')) stored;
create index subject_by_call on subject (call_id, state, id) where call_id is not null;
create index subject_by_panel_member on subject using gin (panel_members jsonb_path_ops);

-- Items that one person decided together, each a command of its own.
create table bulk (
  id text primary key,
  person text not null,
  idempotency_key text not null,
  body_sha256 text not null,
  command_ids text[] not null,
  made_at timestamptz not null default clock_timestamp(),
  unique (person, idempotency_key)
);
create trigger bulk_append_only before update or delete on bulk for each row execute function refuse_change();
create trigger bulk_never_truncated before truncate on bulk execute function refuse_change();

revoke execute on function draw_number(text, text) from public;

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'rnd_app') then return; end if;
  grant execute on function draw_number(text, text) to rnd_app;
  grant select, insert on bulk to rnd_app;
end $$;
