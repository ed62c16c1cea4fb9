/** Tables whose rows stay as they were added. */
export const histories = [
  'packet_state',
  'sync_state',
  'submission',
  'submission_answer',
  'document_sweep',
] as const

/** The role that works on the tables may add to histories and read them, and is not granted more. */
export const appendOnly = [
  `do $body$ begin
    execute format('revoke update, delete, truncate on ${histories.join(', ')} from %I', application_role());
  end $body$`,
]
