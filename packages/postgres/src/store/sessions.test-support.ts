import { sql } from 'kysely'
import type { Database } from '../database.js'

/** Something that one session waits for and another lets happen. */
export interface Gate {
  readonly opened: Promise<void>
  readonly open: () => void
}

export function createGate(): Gate {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** Resolves when a session of the server's database waits for a lock. */
export async function someoneWaits({ kysely }: Database): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(kysely)
    if (rows.length > 0) return
  }
}
