import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openDatabase } from '../src/index.js'
import { directoryWithDatabase } from './support.js'

const program = fileURLToPath(new URL('commit-until-killed.ts', import.meta.url))

/** Lets a process commit to the database, and kills it when it has acknowledged `count` commits. */
async function commitAndKill(directory: string, count: number): Promise<readonly bigint[]> {
  const parameters = ['--import', 'tsx', '--conditions=@ledgerpost/source', program, directory]
  const writer = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: bigint[] = []
  for await (const line of createInterface(writer.stdout)) {
    acknowledged.push(BigInt(line))
    if (acknowledged.length === count) writer.kill('SIGKILL')
  }
  return acknowledged
}

it('keeps every commit that was acknowledged before a SIGKILL', { timeout: 120_000 }, async () => {
  const directory = await directoryWithDatabase()
  const created = await openDatabase({ kind: 'embedded', directory })
  await sql`create schema ledgerpost`.execute(created.kysely)
  await sql`create table entry (id int8 generated always as identity primary key, body text)`.execute(
    created.kysely,
  )
  await created.close()
  const acknowledged: bigint[] = []
  for (const count of [1, 120]) {
    const more = await commitAndKill(directory, count)
    expect(more.length).toBeGreaterThanOrEqual(count)
    acknowledged.push(...more)

    const database = await openDatabase({ kind: 'embedded', directory })
    const { rows } = await sql<{ id: bigint }>`
      select id from entry where length(body) = 2000 order by id`.execute(database.kysely)
    await sql`insert into entry (body) values ('by the next process')`.execute(database.kysely)
    await database.close()
    const kept = new Set(rows.map(({ id }) => id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  }
})
