const countOf = (status: string) =>
  `(select count(*) from packet_status where record_id = sync_record.id and packet_status.status = '${status}')`

/** Syncs as they are read, with how many of their packets stand where. */
export const historyViews = [
  `create view sync_record_view with (security_invoker = true) as
    select
      sync_record.subscriber_id, sync_record.id, sync_record.created_time, sync_record.user_id, sync_record.status,
      integration.type as integration_type, sync_record.integration_id,
      ${countOf('Pending')} as pending, ${countOf('Held')} as held, ${countOf('Sending')} as sending,
      ${countOf('Sent')} as sent, ${countOf('Rejected')} as rejected, ${countOf('InDoubt')} as in_doubt,
      read, packed, unchanged, excluded
    from sync_record join integration on integration.id = sync_record.integration_id`,

  `create view sync_sum_view with (security_invoker = true) as
    select record_id, currency, major_units(minor_units, currency) as amount from sync_sum`,

  `create view sync_state_view with (security_invoker = true) as
    select record_id, number, status, time, message from sync_state`,

  `create view exclusion_view with (security_invoker = true) as
    select record_id, order_id, reason, message from exclusion`,
]
