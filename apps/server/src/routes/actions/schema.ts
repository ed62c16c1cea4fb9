import { z } from 'zod'

/** Browsers may be sent back over HTTPS, or to the same machine. */
function isReturnAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, hash } = new URL(text)
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && username === '' && hash === ''
}

/**
 * What Link takes. Settings are the adapter's own and go to it as they are. RedirectUri is the page that the
 * integrator sends the browser back to; it hands the query on to Callback together with the owner's token.
 */
export const linkInput = z
  .object({
    Settings: z.record(z.string(), z.unknown()).nullish(),
    RedirectUri: z
      .string('must be a string')
      .max(2000, 'has more than 2,000 characters')
      .refine(isReturnAddress, 'must be an https address, or an http one of this machine, without a fragment')
      .nullish(),
  })
  .meta({ id: 'LinkInput' })
