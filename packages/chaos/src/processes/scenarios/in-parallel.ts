/** Does the work for each entry, so many at a time. @throws what the first one that fails throws */
export async function inParallel<Entry>(
  many: number,
  entries: readonly Entry[],
  work: (entry: Entry) => Promise<void>,
): Promise<void> {
  const waiting = entries.values()
  await Promise.all(
    Array.from({ length: many }, async () => {
      for (const entry of waiting) await work(entry)
    }),
  )
}
