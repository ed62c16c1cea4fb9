/** How many of something are done in a second. */
export async function rate(count: number, work: () => unknown): Promise<number> {
  return count / (await seconds(work))
}

export async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
