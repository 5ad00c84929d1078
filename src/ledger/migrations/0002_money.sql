-- Money: ceilings, held by the database as well as by the charts' guards, and double entry in whole won.

-- Won that are held for payments (pending) and won that were paid (posted), under one ceiling.
create table fund (
  key text primary key,
  cap bigint not null check (cap >= 0),
  pending bigint not null default 0 check (pending >= 0),
  posted bigint not null default 0 check (posted >= 0),
  constraint fund_within_cap check (pending + posted <= cap)
);

create table reservation (
  key text primary key,
  funds text[] not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('pending', 'posted', 'released')) default 'pending',
  made_at timestamptz not null default clock_timestamp()
);

-- Money moves once (domain.md section 3): a release names the reservation that it pays out, and no two name the same.
create table posting (
  id bigint generated always as identity primary key,
  position bigint not null references ledger_row (position),
  kind text not null check (kind in ('commit', 'release', 'draw', 'return', 'recover')),
  debit text not null,
  credit text not null check (credit <> debit),
  amount bigint not null check (amount > 0),
  reservation text references reservation (key),
  constraint posting_release_reserved check ((kind = 'release') = (reservation is not null))
);
create index posting_by_row on posting (position);
create unique index posting_released_once on posting (reservation);

create trigger posting_append_only before update or delete on posting
  for each row execute function refuse_change();
create trigger posting_never_truncated before truncate on posting execute function refuse_change();

-- A reservation becomes a payment in the transaction that shows its tranche as released: all of it, and once.
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

-- What is held for a payment that won't be made is given back, once. As the owner: the application's role changes no
-- reservation by its own hand.
create function release_reservation(reservation_key text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  freed reservation;
begin
  update reservation set state = 'released' where key = reservation_key and state = 'pending' returning * into freed;
  if not found then
    perform 1 from reservation where key = reservation_key and state = 'released';
    if found then return; end if;
    raise exception 'the reservation % can not be given back', reservation_key using errcode = 'RL004';
  end if;
  perform 1 from fund where key = any (freed.funds) order by key for update;
  update fund set pending = pending - freed.amount where key = any (freed.funds);
end $$;

create function post_money(row_position bigint, postings jsonb) returns void language plpgsql as $$
declare
  p jsonb;
begin
  for p in select * from jsonb_array_elements(postings) loop
    if p ->> 'reservation' is not null then
      perform post_reservation(p ->> 'reservation', (p ->> 'amount')::bigint);
    end if;
    insert into posting (position, kind, debit, credit, amount, reservation)
      values (row_position, p ->> 'kind', p ->> 'debit', p ->> 'credit', (p ->> 'amount')::bigint, p ->> 'reservation');
  end loop;
end $$;
