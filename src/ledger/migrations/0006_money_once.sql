-- Money moves once (domain.md section 3): a release pays out exactly what is held for it, and a reservation is paid out once,
-- whichever row says so. A row that stands and led elsewhere is a defect, and is loud.

alter table posting add column reservation text references reservation (key);
create unique index posting_released_once on posting (reservation) where kind = 'release';
-- Not asked of rows that were written before: they can't be changed.
alter table posting add constraint posting_release_reserved
  check (kind <> 'release' or reservation is not null) not valid;

drop function post_reservation(text);
create function post_reservation(reservation_key text, paid bigint) returns void language plpgsql as $$
declare
  reserved reservation;
begin
  update reservation set state = 'posted'
    where key = reservation_key and state = 'pending' and amount = paid returning * into reserved;
  if not found then
    raise exception 'no % won are held under the reservation %', paid, reservation_key using errcode = 'RL004';
  end if;
  perform 1 from fund where key = any (reserved.funds) order by key for update;
  update fund set pending = pending - reserved.amount, posted = posted + reserved.amount
    where key = any (reserved.funds);
end $$;

create function post_money(row_position bigint, postings jsonb) returns void language plpgsql as $$
declare
  p jsonb;
begin
  for p in select * from jsonb_array_elements(postings) loop
    if p ->> 'kind' = 'release' and p ->> 'reservation' is not null then
      perform post_reservation(p ->> 'reservation', (p ->> 'amount')::bigint);
    end if;
    insert into posting (position, kind, debit, credit, amount, reservation)
      values (row_position, p ->> 'kind', p ->> 'debit', p ->> 'credit', (p ->> 'amount')::bigint, p ->> 'reservation');
  end loop;
end $$;

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

create or replace function append_row(r jsonb) returns jsonb language plpgsql as $$
declare
  identity jsonb := r -> 'identity';
  ev jsonb := r -> 'event';
  sid text := r -> 'identity' ->> 'id';
  last integer;
  pos bigint;
begin
  -- One writer a subject at a time, also before its first row is there to be locked.
  perform pg_advisory_xact_lock(hashtextextended(sid, 0));
  select coalesce(max(seq), 0) into last from ledger_row where subject_id = sid;
  if (r ->> 'seq')::integer > last + 1 then
    raise exception 'a gap in the ledger of %: row % after %', sid, r ->> 'seq', last using errcode = 'RL002';
  end if;
  if (r ->> 'seq')::integer <= last then return standing_from(r, last); end if;

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
      (select min((d.value ->> 'due')::timestamptz) from jsonb_each(r -> 'deadlines') d),
      (ev ->> 'receivedAt')::timestamptz, (ev ->> 'at')::timestamptz,
      case when (r ->> 'done')::boolean then (ev ->> 'at')::timestamptz end)
    on conflict (id) do update set seq = excluded.seq, state = excluded.state, facts = excluded.facts,
      deadlines = excluded.deadlines, next_due = excluded.next_due, updated_at = excluded.updated_at,
      closed_at = coalesce(s.closed_at, excluded.closed_at);

  perform post_money(pos, r -> 'postings');
  return '[]';
end $$;
