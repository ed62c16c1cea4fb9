import { isDeepStrictEqual } from 'node:util'

/** Whether a value is the same when it was written as JSON and read again. */
export function isStorable(value: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)
  } catch {
    // JSON has no bigints and no circles.
    return false
  }
}
