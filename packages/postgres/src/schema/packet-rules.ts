/** Refuses what would make packets untrue. Statement triggers: a check per row costs three times as much. */
export const packetRules = [
  `create function refuse_unequal_sums() returns trigger language plpgsql as $body$
  declare wrong text;
  begin
    select key into wrong from changed where evidence is not null and not (
      (select coalesce(sum((cell ->> 6)::numeric), 0) = net_amount and coalesce(sum((cell ->> 7)::numeric), 0) = tax_amount
        from jsonb_array_elements(cells) as cell)
      and (select coalesce(sum((item ->> 'netAmount')::numeric), 0) = net_amount
          and coalesce(sum((item ->> 'taxAmount')::numeric), 0) = tax_amount
        from jsonb_array_elements(request_items) as item)
      and (total = 0 or (select coalesce(sum((payment ->> 'amount')::numeric), 0) = total
        from jsonb_array_elements(payments) as payment))
    ) limit 1;
    if wrong is not null then
      raise exception 'the cells, request items or payments of packet % do not add up to its totals', wrong
        using errcode = 'check_violation';
    end if;
    return null;
  end $body$`,
  `create trigger packet_inserted_adds_up after insert on packet
    referencing new table as changed for each statement execute function refuse_unequal_sums()`,
  `create trigger packet_sealed_adds_up after update on packet
    referencing new table as changed for each statement execute function refuse_unequal_sums()`,

  `create trigger packet_is_immutable before update or delete on packet
    for each row when (old.evidence is not null) execute function refuse_change()`,
  `create trigger packet_is_history before truncate on packet for each statement execute function refuse_change()`,

  `create trigger packet_state_is_history before update or delete or truncate on packet_state
    for each statement execute function refuse_change()`,

  `create function refuse_share_change() returns trigger language plpgsql as $body$
  begin
    if exists (select from packet where ordinal = old.packet_ordinal and evidence is not null) then
      raise exception '% of a share of sealed packet % refused', lower(tg_op), old.packet_ordinal
        using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end $body$`,
  `create trigger packet_share_is_history before update or delete on packet_share
    for each row execute function refuse_share_change()`,

  `create trigger packet_status_names_its_packet
    before update of packet_ordinal, subscriber_id, integration_id, record_id on packet_status
    for each row execute function refuse_change()`,
  `create trigger packet_status_stays before delete or truncate on packet_status
    for each statement execute function refuse_change()`,
]
