import { Pool } from 'pg'
import { rate } from '../../runner/time.js'
import { inLanes, lanes } from './lanes.js'

/** Takes one job after the other from the table in a statement each, under no lease, and does nothing with it. */
export async function takeRaw(url: string, jobs: number): Promise<number> {
  const pool = new Pool({ connectionString: url, max: lanes })
  try {
    return await rate(jobs, () =>
      inLanes(jobs, async () => {
        const { rowCount } = await pool.query({
          name: 'take',
          text: `delete from ledgerpost.job where id = (
            select id from ledgerpost.job where due_at <= statement_timestamp()
            order by due_at, id limit 1 for update skip locked
          )`,
        })
        return rowCount ?? 0
      }),
    )
  } finally {
    await pool.end()
  }
}
