import { LedgerpostError } from '@ledgerpost/core'

/** The tables could not be brought up to date. Nothing was changed. */
export class MigrationFailed extends LedgerpostError {
  override readonly name = 'MigrationFailed'

  /** `migration` is the one that failed, unless the trouble came before any ran. */
  constructor(database: string, migration: string | undefined, cause: unknown) {
    const what = migration === undefined ? 'Migrating' : `The migration ${migration} of`
    const why = cause instanceof Error ? cause.message : String(cause)
    super({
      code: 'migration-failed',
      message:
        `${what} ${database} failed: ${why}. Nothing was changed. If the database was written by a newer version of ` +
        'Ledgerpost, run that version; otherwise correct the cause and start again.',
      cause,
      details: { database, migration },
    })
  }
}
