import { setTimeout as sleep } from 'node:timers/promises'

/** Something did not happen in the time that it may take. */
class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/** What the promise gives, unless it takes longer than so many milliseconds. @throws TookTooLong */
export async function within<Value>(
  milliseconds: number,
  what: string,
  promise: Promise<Value>,
): Promise<Value> {
  const settled = new AbortController()
  const tooLong = sleep(milliseconds, undefined, { signal: settled.signal }).then(() => {
    throw new TookTooLong(`${what} did not happen within ${milliseconds / 1000} s.`)
  })
  try {
    return await Promise.race([promise, tooLong])
  } finally {
    settled.abort()
    tooLong.catch(() => undefined)
  }
}

/** Asks again and again until the answer is yes. @throws TookTooLong */
export async function until(
  milliseconds: number,
  what: string,
  isSo: () => boolean | Promise<boolean>,
  pause = 20,
): Promise<void> {
  const end = Date.now() + milliseconds
  while (!(await isSo())) {
    if (Date.now() > end) throw new TookTooLong(`${what} did not happen within ${milliseconds / 1000} s.`)
    await sleep(pause)
  }
}
