-- The clocks of every subject, as its last row left them: for lists of what is due, and for calendars.
create table clock (
  subject_id text not null references subject (id),
  clock text not null,
  from_at timestamptz not null,
  due timestamptz not null,
  rule text not null,
  whose text[] not null,
  is_pending boolean not null,
  is_provisional boolean not null,
  suspended_at timestamptz,
  overdue_since timestamptz,
  primary key (subject_id, clock)
);
create index clock_by_due on clock (due, subject_id, clock) where is_pending;

create function project_clocks(r jsonb) returns void language plpgsql as $$
declare
  sid text := r -> 'identity' ->> 'id';
begin
  if r -> 'clocks' is null then return; end if;
  delete from clock where subject_id = sid
    and clock not in (select c ->> 'clock' from jsonb_array_elements(r -> 'clocks') c);
  insert into clock as k (subject_id, clock, from_at, due, rule, whose, is_pending, is_provisional, suspended_at, overdue_since)
    select sid, c ->> 'clock', (c ->> 'from')::timestamptz, (c ->> 'due')::timestamptz, c ->> 'rule',
      array(select jsonb_array_elements_text(c -> 'whose')), (c ->> 'isPending')::boolean and not (r ->> 'done')::boolean,
      (c ->> 'isProvisional')::boolean, (c ->> 'suspendedAt')::timestamptz, (c ->> 'overdueSince')::timestamptz
    from jsonb_array_elements(r -> 'clocks') c
    on conflict (subject_id, clock) do update set from_at = excluded.from_at, due = excluded.due, rule = excluded.rule,
      whose = excluded.whose, is_pending = excluded.is_pending, is_provisional = excluded.is_provisional,
      suspended_at = excluded.suspended_at, overdue_since = excluded.overdue_since
      where (k.from_at, k.due, k.rule, k.whose, k.is_pending, k.is_provisional, k.suspended_at, k.overdue_since)
        is distinct from (excluded.from_at, excluded.due, excluded.rule, excluded.whose, excluded.is_pending,
          excluded.is_provisional, excluded.suspended_at, excluded.overdue_since);
end $$;

-- Who is party to a subject as its partner: whom its facts name, for they change it; where they name none, the project's that
-- it belongs to, or who it began with.
create function partner_of(r jsonb) returns text language sql stable as $$
  select case when r -> 'facts' ? 'partnerId' then r -> 'facts' ->> 'partnerId'
    else coalesce((select partner_id from subject where id = r -> 'identity' ->> 'parentId'), r -> 'identity' ->> 'partnerId') end
$$;

create or replace function project_row(r jsonb) returns void language plpgsql as $$
declare
  partner text := partner_of(r);
begin
  insert into subject as s (id, subject, chart_id, edition_id, edition_hash, track, company_id, partner_id, parent_id,
      seq, state, facts, deadlines, next_due, opened_at, updated_at, closed_at)
    select i ->> 'id', i ->> 'subject', i ->> 'chartId', i ->> 'editionId', i ->> 'editionHash', i ->> 'track',
      i ->> 'companyId', partner, i ->> 'parentId',
      (r ->> 'seq')::integer, r ->> 'to', r -> 'facts', r -> 'deadlines',
      -- When something is due to be said of a clock is no date of the case.
      (select min((d.value ->> 'due')::timestamptz) from jsonb_each(r -> 'deadlines') d where d.key <> 'TEND_CLOCKS'),
      (e ->> 'receivedAt')::timestamptz, (e ->> 'at')::timestamptz,
      case when (r ->> 'done')::boolean then (e ->> 'at')::timestamptz end
    from (select r -> 'identity' as i, r -> 'event' as e) said
    on conflict (id) do update set seq = excluded.seq, state = excluded.state, facts = excluded.facts,
      deadlines = excluded.deadlines, next_due = excluded.next_due, updated_at = excluded.updated_at,
      closed_at = coalesce(s.closed_at, excluded.closed_at), partner_id = excluded.partner_id;
  -- A partner that was replaced has its part in what is over, and the new one in what goes on.
  if r -> 'identity' ->> 'parentId' is null then
    update subject set partner_id = partner
      where parent_id = r -> 'identity' ->> 'id' and closed_at is null and not facts ? 'partnerId'
        and partner_id is distinct from partner;
  end if;
  perform project_clocks(r);
end $$;

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'rnd_app') then return; end if;
  grant select on clock to rnd_app;
end $$;
