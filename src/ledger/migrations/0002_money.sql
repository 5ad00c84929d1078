-- Ceilings, held by the database as well as by the charts' guards: won that are pending and won that are posted.

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

-- A reservation becomes a payment in the transaction that shows its tranche as released; done twice it is done once.
create function post_reservation(reservation_key text) returns void language plpgsql as $$
declare
  reserved reservation;
begin
  update reservation set state = 'posted' where key = reservation_key and state = 'pending' returning * into reserved;
  if not found then return; end if;
  perform 1 from fund where key = any (reserved.funds) order by key for update;
  update fund set pending = pending - reserved.amount, posted = posted + reserved.amount
    where key = any (reserved.funds);
end $$;
