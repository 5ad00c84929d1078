-- Double entry with several lines a posting. A line has both of its sides, so nothing can be posted to one alone; whether a
-- posting is whole is checked when its transaction ends.

create table posting_line (
  posting bigint not null references posting (id),
  no integer not null check (no > 0),
  debit text not null,
  credit text not null check (credit <> debit),
  amount bigint not null check (amount > 0),
  primary key (posting, no)
);
insert into posting_line (posting, no, debit, credit, amount) select id, 1, debit, credit, amount from posting;
create index posting_line_by_debit on posting_line (debit);
create index posting_line_by_credit on posting_line (credit);
create trigger posting_line_append_only before update or delete on posting_line
  for each row execute function refuse_change();
create trigger posting_line_never_truncated before truncate on posting_line execute function refuse_change();

-- A tranche is released once, whatever was held for it.
create table tranche_release (
  account text primary key,
  posting bigint not null references posting (id)
);
insert into tranche_release (account, posting) select debit, id from posting where kind = 'release';
create trigger tranche_release_append_only before update or delete on tranche_release
  for each row execute function refuse_change();
create trigger tranche_release_never_truncated before truncate on tranche_release execute function refuse_change();

alter table posting drop column debit, drop column credit, drop column amount;
alter table posting drop constraint posting_kind_check;
alter table posting add constraint posting_kind_check
  check (kind in ('commit', 'decommit', 'share', 'release', 'draw', 'return', 'recover', 'reverse'));

-- A correction is a further posting: the same lines with their sides swapped, once for each posting.
alter table posting add column reverses bigint references posting (id);
alter table posting add constraint posting_reversal_reverses check ((kind = 'reverse') = (reverses is not null));
create unique index posting_reversed_once on posting (reverses) where reverses is not null;

-- What an account is for, by the first part of its name (design: who commits, releases, draws); null for a name of no kind.
-- `bank` is where the first charts paid from.
create function account_kind(account text) returns text language sql immutable as $$
  select case split_part(account, '/', 1)
    when 'year' then 'budget' when 'company' then 'company' when 'partner' then 'partner' when 'tranche' then 'tranche'
    when 'drawn' then 'drawn' when 'cash' then 'cash' when 'own' then 'own' when 'bank' then 'bank' end
$$;
alter table posting_line add constraint posting_line_known_accounts
  check (account_kind(debit) is not null and account_kind(credit) is not null);

-- Both sides of every line, each with its posting, its row, and whose money it is.
create view entry as
  select p.id as posting, p.position, p.kind, s.edition_id, s.track, s.company_id, coalesce(s.parent_id, s.id) as project_id,
      extract(year from l.applied_at at time zone 'Asia/Seoul')::integer as year, side.account, side.debit, side.credit
    from posting_line n join posting p on p.id = n.posting join ledger_row l on l.position = p.position
      join subject s on s.id = l.subject_id,
      lateral (values (n.debit, n.amount, 0::bigint), (n.credit, 0::bigint, n.amount)) as side (account, debit, credit);

-- A posting is whole: it has lines; a release's are what its reservation held; a reversal's are the other's, swapped. As the
-- owner: the check is made when the transaction of whoever appended ends.
create function posting_is_whole() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  total numeric := (select sum(amount) from posting_line where posting = new.id);
begin
  if total is null then
    raise exception 'posting % has no lines', new.id using errcode = 'RL007';
  end if;
  if new.kind = 'release' and total <> (select amount from reservation where key = new.reservation) then
    raise exception 'posting % releases % won, not what was held', new.id, total using errcode = 'RL004';
  end if;
  if new.kind = 'reverse' and exists (
    (select debit, credit, amount, count(*) from posting_line where posting = new.id group by 1, 2, 3)
    except
    (select credit, debit, amount, count(*) from posting_line where posting = new.reverses group by 1, 2, 3)
  ) or total <> (select sum(amount) from posting_line where posting = coalesce(new.reverses, new.id)) then
    raise exception 'posting % does not reverse %', new.id, new.reverses using errcode = 'RL007';
  end if;
  return null;
end $$;
create constraint trigger posting_whole after insert on posting deferrable initially deferred
  for each row execute function posting_is_whole();

-- Whose posting it is: the project's, also where it stands in the row of its tranche or of what runs beside it.
create function project_of_row(row_position bigint) returns text language sql stable as $$
  select coalesce(s.parent_id, s.id) from ledger_row l join subject s on s.id = l.subject_id where l.position = row_position
$$;

-- An agreement's ceiling is what is committed to its project. What is held or paid under it stays within it.
create function change_agreement(project text, won bigint) returns void language sql as $$
  insert into fund as f (key, cap) values ('agreement/' || project, greatest(won, 0))
    on conflict (key) do update set cap = greatest(f.cap + won, f.pending + f.posted)
$$;

-- A reversal's lines. Money that was paid is not unpaid by a word: it comes back by a return or a recovery.
create function reverse_posting(row_position bigint, reversed bigint) returns void language plpgsql as $$
declare
  wrong posting;
  made bigint;
begin
  select * into wrong from posting where id = reversed for update;
  if wrong.id is null or wrong.kind in ('release', 'reverse')
    or project_of_row(wrong.position) is distinct from project_of_row(row_position) then
    raise exception 'posting % can not be reversed', reversed using errcode = 'RL007';
  end if;
  insert into posting (position, kind, reverses) values (row_position, 'reverse', reversed) returning id into made;
  insert into posting_line (posting, no, debit, credit, amount)
    select made, no, credit, debit, amount from posting_line where posting = reversed;
  if wrong.kind in ('commit', 'decommit') then
    perform change_agreement(project_of_row(row_position), case wrong.kind when 'commit' then -1 else 1 end
      * (select sum(amount) from posting_line where posting = reversed)::bigint);
  end if;
end $$;

create or replace function post_money(row_position bigint, postings jsonb) returns void language plpgsql as $$
declare
  p jsonb;
  made bigint;
  total bigint;
begin
  for p in select * from jsonb_array_elements(postings) loop
    if p ->> 'kind' = 'reverse' then
      perform reverse_posting(row_position, (p ->> 'reverses')::bigint);
      continue;
    end if;
    select sum((line ->> 'amount')::bigint) into total from jsonb_array_elements(p -> 'lines') line;
    if p ->> 'reservation' is not null then
      perform post_reservation(p ->> 'reservation', total);
    end if;
    insert into posting (position, kind, reservation) values (row_position, p ->> 'kind', p ->> 'reservation')
      returning id into made;
    insert into posting_line (posting, no, debit, credit, amount)
      select made, n, line ->> 'debit', line ->> 'credit', (line ->> 'amount')::bigint
        from jsonb_array_elements(p -> 'lines') with ordinality as each (line, n);
    if p ->> 'kind' = 'release' then
      insert into tranche_release (account, posting)
        select distinct line ->> 'debit', made from jsonb_array_elements(p -> 'lines') line;
    elsif p ->> 'kind' in ('commit', 'decommit') then
      perform change_agreement(project_of_row(row_position), case p ->> 'kind' when 'commit' then total else -total end);
    end if;
  end loop;
end $$;

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'rnd_app') then return; end if;
  grant select on posting_line, tranche_release, entry to rnd_app;
end $$;
