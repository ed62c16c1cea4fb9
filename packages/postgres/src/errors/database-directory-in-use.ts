import { LedgerpostError } from '@ledgerpost/core'

/** Who holds a database directory, as far as it could be told. */
export interface DirectoryHolder {
  readonly pid: number
  readonly host: string
}

/** Another process, or this one, has the directory of an embedded database open. */
export class DatabaseDirectoryInUse extends LedgerpostError {
  override readonly name = 'DatabaseDirectoryInUse'
  readonly directory: string
  readonly holder: DirectoryHolder | undefined

  constructor(directory: string, holder: DirectoryHolder | undefined) {
    const who = holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}`
    super({
      code: 'database-directory-in-use',
      message:
        `The database directory ${directory} is in use by ${who}. Stop that process, or give this one a directory ` +
        'of its own. For several processes on the same data, use a PostgreSQL server instead of the embedded database.',
      details: { directory, pid: holder?.pid, host: holder?.host },
    })
    this.directory = directory
    this.holder = holder
  }
}
