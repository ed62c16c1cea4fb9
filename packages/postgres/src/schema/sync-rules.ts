/** A sync succeeds only if what went in came out: every order read is counted, and the sums are those of the packets. */
export const syncRules = [
  `create function refuse_success_that_does_not_add_up() returns trigger language plpgsql as $body$
  declare wrong record;
  begin
    if new.read <> new.packed + new.unchanged + new.excluded then
      raise exception 'the sync % does not add up: % orders read, % packed, % unchanged, % excluded',
        new.id, new.read, new.packed, new.unchanged, new.excluded using errcode = 'check_violation';
    end if;
    select currency, sum(amount) as difference into wrong from (
      select currency, minor_units as amount from sync_sum where record_id = new.id
      union all
      select currency, -total from packet where record_id = new.id and evidence is not null
    ) as sums group by currency having sum(amount) <> 0 order by currency limit 1;
    if found then
      raise exception 'the sync % does not add up: its packets and its orders differ by % % minor units',
        new.id, wrong.difference, wrong.currency using errcode = 'check_violation';
    end if;
    return new;
  end $body$`,
  `create trigger sync_record_succeeds_whole before update of status on sync_record
    for each row when (new.status = 'Success' and old.status <> 'Success')
    execute function refuse_success_that_does_not_add_up()`,
]
