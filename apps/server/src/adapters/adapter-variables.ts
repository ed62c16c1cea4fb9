import { type XeroBooking, xeroBookings } from '@ledgerpost/adapter-xero'
import { z } from 'zod'
import { list, optional, url } from '../environment-values.js'

const address = url('https:', 'http:')

function isXeroBooking(name: string): name is XeroBooking {
  return xeroBookings.some((booking) => booking === name)
}

const passwords = z.record(z.string(), z.string().min(1))

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the environment says of integrators. */
export const adapterVariables = {
  LEDGERPOST_ADAPTERS: list.transform((names) => names?.filter((name) => name !== '') ?? []),
  XERO_CLIENT_ID: optional,
  XERO_CLIENT_SECRET: optional,
  XERO_API_URL: address,
  XERO_IDENTITY_URL: address,
  XERO_BOOKINGS: list.transform((names, context) => {
    const unknown = names?.filter((name) => !isXeroBooking(name)) ?? []
    if (unknown.length > 0)
      context.addIssue(
        `names ${unknown.join(', ')}; it is a list of ${xeroBookings.join(', ')} between commas`,
      )
    const [first, ...others] = names?.filter(isXeroBooking) ?? []
    return first === undefined ? undefined : ([first, ...others] as const)
  }),
  QUICKBOOKS_CLIENT_ID: optional,
  QUICKBOOKS_CLIENT_SECRET: optional,
  QUICKBOOKS_API_URL: address,
  QUICKBOOKS_IDENTITY_URL: address,
  QUICKBOOKS_SANDBOX: optional.transform((text, context) => {
    if (text !== undefined && text !== 'true' && text !== 'false')
      context.addIssue('must be true (companies of the sandbox) or false')
    return text === 'true'
  }),
  TRYTON_URLS: list.transform((urls, context) => {
    const wrong = urls?.filter((text) => !URL.canParse(text)) ?? []
    if (wrong.length > 0)
      context.addIssue(`names ${wrong.join(', ')}; it is a list of servers' addresses between commas`)
    return urls
  }),
  TRYTON_PASSWORDS: optional.transform((text, context): ReadonlyMap<string, string> | undefined => {
    if (text === undefined) return undefined
    const reading = passwords.safeParse(jsonOf(text))
    if (reading.success) return new Map(Object.entries(reading.data))
    context.addIssue('must be JSON of passwords by the id of the subscriber: {"1234":"…"}')
    return undefined
  }),
}

/** Variables that are set both or not at all. */
export const adapterPairs = [
  ['XERO_CLIENT_ID', 'XERO_CLIENT_SECRET'],
  ['QUICKBOOKS_CLIENT_ID', 'QUICKBOOKS_CLIENT_SECRET'],
  ['TRYTON_URLS', 'TRYTON_PASSWORDS'],
] as const
