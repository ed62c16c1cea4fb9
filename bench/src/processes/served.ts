import type { z } from 'zod'

/** How often the resident memory is looked at for its peak, in milliseconds. */
const look = 20

/** What this process was told when it was started. */
export function toldSetup<Shape extends z.ZodType>(shape: Shape): z.output<Shape> {
  return shape.parse(JSON.parse(process.argv[2] ?? 'null'))
}

/** Tells whoever started this process where it serves, answers how much memory it takes, and ends with its parent. */
export function nowServing(url: string): void {
  let peak = process.memoryUsage.rss()
  setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, look).unref()
  process.on('message', () => {
    globalThis.gc?.()
    const now = process.memoryUsage.rss()
    const { heapUsed: alive } = process.memoryUsage()
    process.send?.({ now, peak: Math.max(now, peak), alive })
    peak = now
  })
  process.once('disconnect', () => process.exit(0))
  process.send?.({ url })
}
