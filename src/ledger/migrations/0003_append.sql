-- One row, its projection and its money, in one round trip and one transaction.
-- What already stands from the row's number on is left as it is and given back (docs/adr/0005).

create function append_row(r jsonb) returns jsonb language plpgsql as $$
declare
  identity jsonb := r -> 'identity';
  ev jsonb := r -> 'event';
  sid text := r -> 'identity' ->> 'id';
  last integer;
  standing jsonb;
  pos bigint;
  p jsonb;
begin
  -- One writer a subject at a time, also before its first row is there to be locked.
  perform pg_advisory_xact_lock(hashtextextended(sid, 0));
  select coalesce(max(seq), 0) into last from ledger_row where subject_id = sid;
  if (r ->> 'seq')::integer > last + 1 then
    raise exception 'a gap in the ledger of %: row % after %', sid, r ->> 'seq', last using errcode = 'RL002';
  end if;
  if (r ->> 'seq')::integer <= last then
    select jsonb_agg(jsonb_build_object('event', l.event, 'outcome', l.outcome) order by l.seq) into standing
      from ledger_row l where l.subject_id = sid and l.seq >= (r ->> 'seq')::integer;
    if jsonb_array_length(standing) = 1 and standing -> 0 -> 'event' = ev then return '[]'; end if;
    return standing;
  end if;

  insert into ledger_row (subject_id, seq, chart_id, outcome, reason, event_type, event, command_id, person,
      from_state, to_state, orders, received_at, applied_at)
    values (sid, (r ->> 'seq')::integer, identity ->> 'chartId', r ->> 'outcome', r ->> 'reason', ev ->> 'type', ev,
      ev ->> 'commandId', ev -> 'by' ->> 'person', r ->> 'from', r ->> 'to', r -> 'orders',
      (ev ->> 'receivedAt')::timestamptz, (ev ->> 'at')::timestamptz)
    returning position into pos;

  insert into subject as s (id, subject, chart_id, edition_id, edition_hash, track, company_id, partner_id, parent_id,
      seq, state, facts, deadlines, next_due, opened_at, updated_at, closed_at)
    values (sid, identity ->> 'subject', identity ->> 'chartId', identity ->> 'editionId', identity ->> 'editionHash',
      identity ->> 'track', identity ->> 'companyId', identity ->> 'partnerId', identity ->> 'parentId',
      (r ->> 'seq')::integer, r ->> 'to', r -> 'facts', r -> 'deadlines',
      (select min(d.value ->> 'due')::timestamptz from jsonb_each(r -> 'deadlines') d),
      (ev ->> 'receivedAt')::timestamptz, (ev ->> 'at')::timestamptz,
      case when (r ->> 'done')::boolean then (ev ->> 'at')::timestamptz end)
    on conflict (id) do update set seq = excluded.seq, state = excluded.state, facts = excluded.facts,
      deadlines = excluded.deadlines, next_due = excluded.next_due, updated_at = excluded.updated_at,
      closed_at = coalesce(s.closed_at, excluded.closed_at);

  for p in select * from jsonb_array_elements(r -> 'postings') loop
    insert into posting (position, kind, debit, credit, amount)
      values (pos, p ->> 'kind', p ->> 'debit', p ->> 'credit', (p ->> 'amount')::bigint);
    if p ->> 'reservation' is not null then perform post_reservation(p ->> 'reservation'); end if;
  end loop;
  return '[]';
end $$;
