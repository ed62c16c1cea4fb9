import { PgBoss } from 'pg-boss'
import { rate } from '../../runner/time.js'
import { inLanes } from './lanes.js'

const queue = 'due'
const insertedTogether = 5000

export interface PeerQueue {
  refill(count: number): Promise<void>
  /** Jobs done in a second. */
  workOff(jobs: number): Promise<number>
  close(): Promise<void>
}

/** pg-boss as it comes, one job at a time in each lane; without the two seconds that its own workers wait between looks. */
export async function openPgBoss(url: string): Promise<PeerQueue> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue(queue)
  return {
    async refill(count) {
      await boss.deleteAllJobs(queue)
      for (let start = 0; start < count; start += insertedTogether) {
        const many = Math.min(insertedTogether, count - start)
        await boss.insert(
          queue,
          Array.from({ length: many }, (_, index) => ({ data: { sync: start + index } })),
        )
      }
    },
    workOff: (jobs) =>
      rate(jobs, () =>
        inLanes(jobs, async () => {
          const [job] = await boss.fetch(queue)
          if (!job) return 0
          await boss.complete(queue, job.id)
          return 1
        }),
      ),
    close: () => boss.stop({ graceful: false }),
  }
}
