/** How many jobs are done at once, by everybody. */
export const lanes = 4

/** Does work in so many lanes until it has been done so often. */
export async function inLanes(count: number, work: (lane: number) => Promise<number>): Promise<void> {
  let done = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (done < count) {
        const more = await work(lane)
        if (more === 0) throw new Error(`Only ${done} of ${count} jobs were there to be done.`)
        done += more
      }
    }),
  )
}
