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
