-- Puts the tally of the boards right, should it ever say something else than their rows: called by every derivation that writes, and by the owner alone.
-- One question upon one snapshot: whoever records meanwhile adds to both. @returns how many marks were counted wrongly.
create function record.put_tally_right(p_authority int) returns int
language sql security definer set search_path = pg_catalog, record, pg_temp as $$
  with put as (
    insert into board_tally(authority, mark, n)
      select p_authority, c.mark, sum(c.n)
      from (select b.mark, 1 as n from board b where b.authority = p_authority union all select t.mark, -t.n from board_tally t where t.authority = p_authority) c
      group by c.mark having sum(c.n) <> 0 returning mark)
  select count(*)::int from put
$$;
alter function record.put_tally_right(int) owner to record_owner;
revoke execute on function record.put_tally_right(int) from public;
