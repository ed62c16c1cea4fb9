import type { Logger, OrderSource } from '@ledgerpost/core'
import { odataOrderSource } from '@ledgerpost/order-source-odata'
import { z } from 'zod'
import { systemClock } from '../system-clock.js'

/** Stands in the address of an order source for the id of the subscriber. */
const placeholder = '{subscriberId}'
const local = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The address of an order source with a place for the subscriber: HTTPS, or plain HTTP within the machine. */
export const orderSourceAddress = z
  .string()
  .max(500, 'has more than 500 characters')
  .refine(
    (text) => text.includes(placeholder),
    `must contain ${placeholder}, where the subscriber's id belongs`,
  )
  .refine(
    (text) => isSecure(rootOf(text, '1')),
    'must begin with https://, or with http:// and the name of this machine (127.0.0.1, localhost): a token is sent there',
  )

/** Reads orders from where the template leads to for each subscriber. */
export function orderSourceOf(template: string, token: string, logger: Logger): OrderSource {
  return odataOrderSource({
    // Another platform is read from the beginning.
    name: template,
    root: (subscriberId) => rootOf(template, subscriberId),
    token: () => Promise.resolve(token),
    fetch: globalThis.fetch,
    clock: systemClock,
    logger,
  })
}

function rootOf(template: string, subscriberId: string): string {
  return template.replaceAll(placeholder, () => encodeURIComponent(subscriberId)).replace(/\/+$/, '')
}

function isSecure(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && local.has(hostname))
}
