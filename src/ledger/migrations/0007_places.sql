-- Ranked lists, and the places that they gave. A place moves by the functions below and by nothing else; each move is
-- made once for its key, stays on record, and tells the project in the same transaction, through the inbox.

create table call_list (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  call_id text not null,
  body jsonb not null,
  -- The list that this one makes exceptions to.
  based_on text references call_list (sha256),
  made_by text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index call_list_by_call on call_list (call_id, made_at);
create trigger call_list_append_only before update or delete on call_list
  for each row execute function refuse_change();
create trigger call_list_never_truncated before truncate on call_list execute function refuse_change();

create table call_place (
  call_id text not null,
  project_id text not null,
  list_sha256 text not null references call_list (sha256),
  rank integer not null,
  reserve_rank integer,
  outcome text not null check (outcome in ('selected', 'reserve', 'rejected')),
  -- Why not, where it is not selected.
  ground text,
  grant_amount bigint,
  -- What the grant takes of the call's budget.
  first_tranche bigint not null default 0,
  state text not null check (state in ('selected', 'reserve', 'rejected', 'promoted', 'freed', 'released')),
  changed_by_key text not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (call_id, project_id)
);
create index call_place_by_state on call_place (call_id, state, reserve_rank);

-- What was done under which key, with the answer that a repetition is given.
create table call_move (
  key text primary key,
  call_id text not null,
  kind text not null check (kind in ('applied', 'promoted', 'exhausted', 'upheld', 'ended')),
  project_id text,
  -- Whose place it was that this move filled.
  freed text,
  answer jsonb,
  moved_at timestamptz not null default clock_timestamp()
);
create index call_move_by_call on call_move (call_id, moved_at);
create index call_move_by_freed on call_move (call_id, freed) where freed is not null;
create trigger call_move_append_only before update or delete on call_move
  for each row execute function refuse_change();
create trigger call_move_never_truncated before truncate on call_move execute function refuse_change();

-- Something for each subject of `told` ({subjectId, type, data}), stored as received from `sender` and left to the dispatcher.
create function tell_subjects(move_key text, sender jsonb, at timestamptz, told jsonb) returns void language sql as $$
  with stamp as materialized (select clock_timestamp() as now)
  insert into command_inbox (id, kind, subject_id, type, data, actor, person, idempotency_key, body_sha256, received_at)
    select gen_random_uuid()::text, 'announce', t ->> 'subjectId', t ->> 'type', t -> 'data', sender, 'system',
      move_key || '/' || (t ->> 'subjectId'), encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), coalesce(at, now)
    from stamp, jsonb_array_elements(told) t
    on conflict (person, idempotency_key) do nothing
$$;

-- One move of a call's places at a time; gives back what the key has led to before, or null.
create function moved_before(call text, move_key text) returns call_move language plpgsql as $$
declare
  before call_move;
begin
  perform pg_advisory_xact_lock(hashtextextended(call, 6));
  select * into before from call_move where key = move_key;
  return before;
end $$;

-- What a place's project is told of it.
create function told_of(p call_place, event text) returns jsonb language sql immutable as $$
  select jsonb_build_object('subjectId', p.project_id, 'type', event, 'data', jsonb_strip_nulls(jsonb_build_object(
    'callId', p.call_id, 'listSha256', p.list_sha256, 'rank', p.rank,
    'grant', case when event in ('SELECTED_BY_CALL', 'PROMOTED') then p.grant_amount::text end,
    'reserveRank', case when event = 'PUT_ON_RESERVE' then p.reserve_rank end,
    'ground', case when event = 'REJECTED_BY_CALL' then p.ground end)))
$$;

create function event_of(outcome text) returns text language sql immutable as $$
  select case outcome when 'selected' then 'SELECTED_BY_CALL' when 'reserve' then 'PUT_ON_RESERVE' else 'REJECTED_BY_CALL' end
$$;

-- A decided list becomes places, and everybody on it is told.
create function apply_list(call text, list text, move_key text, sender jsonb, at timestamptz) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before call_move := moved_before(call, move_key);
  answer jsonb;
begin
  if before.key is not null then return before.answer; end if;
  if not exists (select 1 from call_list where sha256 = list and call_id = call) then
    raise exception '% has no list %', call, list using errcode = 'RL006';
  end if;
  insert into call_place (call_id, project_id, list_sha256, rank, reserve_rank, outcome, ground, grant_amount,
      first_tranche, state, changed_by_key)
    select call, p ->> 'id', list, (p ->> 'rank')::integer, (p ->> 'reserveRank')::integer, p ->> 'outcome', p ->> 'ground',
      (p ->> 'grant')::bigint, coalesce((p ->> 'firstTranche')::bigint, 0), p ->> 'outcome', move_key
    from call_list l, jsonb_array_elements(l.body -> 'places') p where l.sha256 = list;
  perform tell_subjects(move_key, sender, at, (select coalesce(jsonb_agg(told_of(p, event_of(p.outcome)) order by p.rank), '[]')
    from call_place p where p.call_id = call));
  select jsonb_build_object('selected', count(*) filter (where outcome = 'selected'),
      'reserve', count(*) filter (where outcome = 'reserve'), 'rejected', count(*) filter (where outcome = 'rejected'))
    into answer from call_place where call_id = call;
  insert into call_move (key, call_id, kind, answer) values (move_key, call, 'applied', answer);
  return answer;
end $$;

-- Who holds a place of the call: whom a list or a promotion gave one and whose project has not ended before its agreement.
create function held_places(call text) returns setof call_place language sql stable as $$
  select p.* from call_place p left join subject s on s.id = p.project_id
    where p.call_id = call and p.state in ('selected', 'promoted')
      and (s.closed_at is null or s.facts -> 'agreement' ->> 'inForceFrom' is not null)
$$;

-- How many places of the call are free and how much of its budget, as its own projection says; null: no limit.
create function room_of(call text, out places integer, out won numeric) language sql stable as $$
  select (c.facts ->> 'capacity')::integer - held.places, (c.facts ->> 'budget')::numeric - held.won
    from (select count(*)::integer as places, coalesce(sum(first_tranche), 0) as won from held_places(call)) held
      left join subject c on c.id = call
$$;

-- A place is given back, if the project held one, and goes to the next of the reserve whose project still waits there and for
-- whom there is room; nobody else can be given the same.
create function promote_next(call text, given_back text, move_key text, sender jsonb, at timestamptz) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before call_move := moved_before(call, move_key);
  room record;
  next call_place;
  answer jsonb;
begin
  if before.key is not null then return before.answer; end if;
  update call_place set state = 'freed', changed_by_key = move_key, changed_at = clock_timestamp()
    where call_id = call and project_id = given_back and state in ('selected', 'promoted');
  if not found then
    -- Two may tell of one place: the project that leaves, and the books that couldn't bring it its place.
    select m.* into before from call_move m where m.call_id = call and m.freed = given_back
      and not exists (select 1 from call_move g where g.call_id = call and g.project_id = given_back and g.moved_at > m.moved_at)
      order by m.moved_at limit 1;
    if found then return before.answer; end if;
  end if;
  select * into room from room_of(call);
  select p.* into next from call_place p join subject s on s.id = p.project_id
    where p.call_id = call and p.state = 'reserve' and s.state = 'reserved' and p.project_id is distinct from given_back
      and coalesce(room.places > 0, true) and coalesce(p.first_tranche <= room.won, true)
    order by p.reserve_rank, p.rank, p.project_id limit 1;
  if next.project_id is null then
    insert into call_move (key, call_id, kind, freed) values (move_key, call, 'exhausted', given_back);
    return null;
  end if;
  update call_place set state = 'promoted', changed_by_key = move_key, changed_at = clock_timestamp()
    where call_id = call and project_id = next.project_id;
  perform tell_subjects(move_key, sender, at, jsonb_build_array(told_of(next, 'PROMOTED')));
  answer := jsonb_build_object('projectId', next.project_id, 'rank', next.rank);
  insert into call_move (key, call_id, kind, project_id, freed, answer)
    values (move_key, call, 'promoted', next.project_id, given_back, answer);
  return answer;
end $$;

-- Where an upheld objection puts a project. A place that somebody else was given meanwhile is not given twice: then it
-- heads the reserve. Nobody's number on the reserve changes: one that shares a number stands behind who had it first.
create function place_upheld(call text, project text, move_key text, sender jsonb, at timestamptz, place jsonb) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before call_move := moved_before(call, move_key);
  given text := place ->> 'outcome';
  behind integer := (place ->> 'reserveRank')::integer;
  room record;
  now_at call_place;
  answer jsonb;
begin
  if before.key is not null then return before.answer; end if;
  select * into room from room_of(call);
  if given = 'selected' and (room.places < 1 or room.won < coalesce((place ->> 'firstTranche')::bigint, 0)) then
    given := 'reserve';
  end if;
  update call_place set rank = (place ->> 'rank')::integer, reserve_rank = case when given = 'reserve' then coalesce(behind, 0) end,
      outcome = given, ground = case when given = 'rejected' then coalesce(place ->> 'ground', ground) end,
      grant_amount = coalesce((place ->> 'grant')::bigint, grant_amount),
      first_tranche = coalesce((place ->> 'firstTranche')::bigint, first_tranche),
      state = given, changed_by_key = move_key, changed_at = clock_timestamp()
    where call_id = call and project_id = project returning * into now_at;
  if not found then
    raise exception '% has no place for %', call, project using errcode = 'RL006';
  end if;
  perform tell_subjects(move_key, sender, at, jsonb_build_array(told_of(now_at, event_of(given))));
  answer := jsonb_build_object('projectId', project, 'outcome', given, 'rank', now_at.rank, 'reserveRank', now_at.reserve_rank);
  insert into call_move (key, call_id, kind, project_id, answer) values (move_key, call, 'upheld', project, answer);
  return answer;
end $$;

-- The reserve is over: who is still in it is told.
create function end_reserve(call text, move_key text, sender jsonb, at timestamptz) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before call_move := moved_before(call, move_key);
  answer jsonb;
begin
  if before.key is not null then return before.answer; end if;
  with released as (
    update call_place set state = 'released', changed_by_key = move_key, changed_at = clock_timestamp()
      where call_id = call and state = 'reserve' returning *),
  told as (
    select coalesce(jsonb_agg(told_of(r::call_place, 'RELEASED_FROM_RESERVE') order by r.reserve_rank), '[]') as all_of_them,
      count(*) as number from released r)
  select jsonb_build_object('released', number, 'told', all_of_them) into answer from told;
  perform tell_subjects(move_key, sender, at, answer -> 'told');
  answer := answer - 'told';
  insert into call_move (key, call_id, kind, answer) values (move_key, call, 'ended', answer);
  return answer;
end $$;

-- A project that has moved on, or ended, before its place was brought to it doesn't take it, and could never give it back:
-- the place is free again in the transaction that books it, and the call is told.
create function place_not_taken(call text, project text, event text, command text, why text, at timestamptz) returns void
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(call, 6));
  update call_place set changed_by_key = command, changed_at = clock_timestamp(),
      state = case event when 'PROMOTED' then 'reserve' when 'SELECTED_BY_CALL' then 'freed' else 'released' end
    where call_id = call and project_id = project
      and state = case event when 'PROMOTED' then 'promoted' when 'SELECTED_BY_CALL' then 'selected' else 'reserve' end;
  if found and event <> 'PUT_ON_RESERVE' then
    perform tell_subjects('not-taken/' || command, '{"person": "system", "role": "system", "org": "rnd-tracks"}', at,
      jsonb_build_array(jsonb_build_object('subjectId', call, 'type', 'PLACE_FREED',
        'data', jsonb_build_object('projectId', project, 'reason', why))));
  end if;
end $$;

create function row_takes_no_place() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_not_taken(new.event -> 'data' ->> 'callId', new.subject_id, new.event_type, new.command_id,
    coalesce(new.reason, 'notTaken'), new.applied_at);
  return null;
end $$;
create trigger ledger_row_takes_no_place after insert on ledger_row for each row
  when (new.outcome = 'ignored' and new.event_type in ('SELECTED_BY_CALL', 'PROMOTED', 'PUT_ON_RESERVE'))
  execute function row_takes_no_place();

create function nobody_takes_place() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform place_not_taken(new.data ->> 'callId', new.subject_id, new.type, new.id, 'ended', new.received_at);
  return null;
end $$;
create trigger command_inbox_nobody_takes_place after update of state on command_inbox for each row
  when (new.state = 'refused' and new.kind = 'announce' and new.type in ('SELECTED_BY_CALL', 'PROMOTED', 'PUT_ON_RESERVE'))
  execute function nobody_takes_place();

revoke execute on function apply_list(text, text, text, jsonb, timestamptz), promote_next(text, text, text, jsonb, timestamptz),
  place_upheld(text, text, text, jsonb, timestamptz, jsonb), end_reserve(text, text, jsonb, timestamptz) from public;

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'rnd_app') then return; end if;
  grant select on call_place, call_move to rnd_app;
  grant select, insert on call_list to rnd_app;
  grant execute on function apply_list(text, text, text, jsonb, timestamptz), promote_next(text, text, text, jsonb, timestamptz),
    place_upheld(text, text, text, jsonb, timestamptz, jsonb), end_reserve(text, text, jsonb, timestamptz) to rnd_app;
end $$;
