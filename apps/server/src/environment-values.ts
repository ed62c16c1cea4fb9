import { z } from 'zod'

/** A text, if it is set and not empty. */
export const optional = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text))

/** What stands between commas. */
export const list = optional.transform((text) => text?.split(',').map((entry) => entry.trim()))

/** An address with one of the protocols (`https:`). */
export const url = (...protocols: readonly string[]) =>
  optional.refine(
    (text) => text === undefined || (URL.canParse(text) && protocols.includes(new URL(text).protocol)),
    `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  )

/** Whether it is what browsers call the origin of a page: scheme, host and port, and nothing behind. */
export function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}
