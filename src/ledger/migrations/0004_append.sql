-- One row, its projection, its money and its command's answer, in one round trip and one transaction.
-- What already stands from the row's number on is left as it is and given back (docs/adr/0005).

-- What stands from a row's number on: empty where the row itself is what stands, and is the last.
create function standing_from(r jsonb, last integer) returns jsonb language plpgsql as $$
declare
  sid text := r -> 'identity' ->> 'id';
  stood ledger_row;
  standing jsonb;
begin
  select * into stood from ledger_row where subject_id = sid and seq = (r ->> 'seq')::integer;
  if stood.event = r -> 'event' and stood.outcome = r ->> 'outcome' then
    if (stood.chart_id, stood.from_state, stood.to_state, stood.orders)
      is distinct from (r -> 'identity' ->> 'chartId', r ->> 'from', r ->> 'to', r -> 'orders') then
      raise exception 'row % of % stands and led elsewhere', r ->> 'seq', sid using errcode = 'RL005';
    end if;
    if stood.seq = last then return '[]'; end if;
  end if;
  select jsonb_agg(jsonb_build_object('event', l.event, 'outcome', l.outcome) order by l.seq) into standing
    from ledger_row l where l.subject_id = sid and l.seq >= stood.seq;
  return standing;
end $$;

-- What people read of a subject, as its last row left it.
create function project_row(r jsonb) returns void language plpgsql as $$
begin
  insert into subject as s (id, subject, chart_id, edition_id, edition_hash, track, company_id, partner_id, parent_id,
      seq, state, facts, deadlines, next_due, opened_at, updated_at, closed_at)
    select i ->> 'id', i ->> 'subject', i ->> 'chartId', i ->> 'editionId', i ->> 'editionHash', i ->> 'track',
      i ->> 'companyId', i ->> 'partnerId', i ->> 'parentId',
      (r ->> 'seq')::integer, r ->> 'to', r -> 'facts', r -> 'deadlines',
      (select min((d.value ->> 'due')::timestamptz) from jsonb_each(r -> 'deadlines') d),
      (e ->> 'receivedAt')::timestamptz, (e ->> 'at')::timestamptz,
      case when (r ->> 'done')::boolean then (e ->> 'at')::timestamptz end
    from (select r -> 'identity' as i, r -> 'event' as e) said
    on conflict (id) do update set seq = excluded.seq, state = excluded.state, facts = excluded.facts,
      deadlines = excluded.deadlines, next_due = excluded.next_due, updated_at = excluded.updated_at,
      closed_at = coalesce(s.closed_at, excluded.closed_at);
end $$;

-- As the owner: the application's role can write the ledger and its projection by this function and by nothing else.
create function append_row(r jsonb) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ev jsonb := r -> 'event';
  sid text := r -> 'identity' ->> 'id';
  number integer := (r ->> 'seq')::integer;
  last integer;
  pos bigint;
begin
  -- One writer a subject at a time, also before its first row is there to be locked.
  perform pg_advisory_xact_lock(hashtextextended(sid, 0));
  select coalesce(max(seq), 0) into last from ledger_row where subject_id = sid;
  if number > last + 1 then
    raise exception 'a gap in the ledger of %: row % after %', sid, number, last using errcode = 'RL002';
  end if;
  if number <= last then return standing_from(r, last); end if;

  insert into ledger_row (subject_id, seq, chart_id, outcome, reason, event_type, event, command_id, person,
      from_state, to_state, orders, received_at, applied_at)
    values (sid, number, r -> 'identity' ->> 'chartId', r ->> 'outcome', r ->> 'reason', ev ->> 'type', ev,
      ev ->> 'commandId', ev -> 'by' ->> 'person', r ->> 'from', r ->> 'to', r -> 'orders',
      (ev ->> 'receivedAt')::timestamptz, (ev ->> 'at')::timestamptz)
    returning position into pos;
  perform project_row(r);
  perform post_money(pos, r -> 'postings');

  -- Applied and answered are one. Delivered is what the workflow's history knows, and only who delivered can say (docs/adr/0006).
  update command_inbox set state = 'applied', answered_at = clock_timestamp(),
      answer = jsonb_build_object('subjectId', sid, 'seq', number, 'state', r ->> 'to', 'outcome', r ->> 'outcome',
        'reason', r ->> 'reason')
    where id = ev ->> 'commandId' and state = 'received';
  return '[]';
end $$;
