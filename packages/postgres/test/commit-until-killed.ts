/** Commits one row after the other to the database in the directory given, and prints the number of each once it is committed. */
import { writeSync } from 'node:fs'
import { sql } from 'kysely'
import { inTransaction, openDatabase } from '../src/index.js'

const [, , directory = ''] = process.argv
const database = await openDatabase({ kind: 'embedded', directory })
for (;;) {
  const id = await inTransaction(database, async (transaction) => {
    const { rows } = await sql<{ id: bigint }>`
      insert into entry (body) values (${'x'.repeat(2_000)}) returning id`.execute(transaction)
    return rows[0]?.id
  })
  writeSync(1, `${id}\n`)
}
