import type { Connection } from '@ledgerpost/core'
import { connect } from '../linking/connect.js'
import type { Run } from './run.js'

/** Runs the work of a job with a connection to the integration's books, and closes it whatever happens. */
export async function connected<Result>(
  run: Run,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = connect(run.environment, run.integration, run.signal)
  try {
    return await work(connection)
  } finally {
    await run.call('job.close-connection', () => connection.close())
  }
}
