import {
  createClient,
  type IntegrationClient,
  type OfferedIntegration,
  type SubscriberClient,
} from '@ledgerpost/client'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import type { Surroundings } from '../surroundings.js'
import { developmentToken, type Role } from './development-token.js'
import { type AccessOptions, givenUrl, type IntegrationOptions } from './options.js'

/** A subscriber at a server, on behalf of whom the token names. */
export interface Access {
  readonly url: string
  readonly subscriberId: string
  readonly subscriber: SubscriberClient
}

export interface IntegrationAccess extends Access {
  /** As addresses have it. */
  readonly type: string
  readonly integration: IntegrationClient
}

/** Few: a person waits. */
const retries = 1
/** An integration is linked in every status from this one on. */
const initialized = 2

/** Where the server is, without a slash at the end. @throws CommandError */
export function urlOf(options: AccessOptions, { variables }: Pick<Surroundings, 'variables'>): string {
  const url = givenUrl(options, variables)
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url.replace(/\/+$/, '')
  throw new CommandError(
    exitCodes.usage,
    `'${url}' is no address of a server; write one such as https://books.example.com.`,
  )
}

/** @param role whose token is asked for at a development server, where none is given */
export async function openAccess(
  surroundings: Surroundings,
  options: AccessOptions,
  role: Role,
): Promise<Access> {
  const { variables, fetch, clock } = surroundings
  const url = urlOf(options, surroundings)
  const subscriberId = options.subscriber ?? variables['LEDGERPOST_SUBSCRIBER'] ?? ''
  if (subscriberId === '') {
    throw new CommandError(
      exitCodes.usage,
      'Whose books? Name the subscriber with --subscriber or LEDGERPOST_SUBSCRIBER.',
    )
  }
  const token =
    options.token ??
    variables['LEDGERPOST_TOKEN'] ??
    (await developmentToken(surroundings, url, { role, subscriberId }))
  const client = createClient({ baseUrl: url, token, fetch, clock, retries })
  return { url, subscriberId, subscriber: client.subscriber(subscriberId) }
}

/** The integration that was named, or the only one that is linked. @throws CommandError where that is none or several */
export async function openIntegration(
  surroundings: Surroundings,
  options: IntegrationOptions,
): Promise<IntegrationAccess> {
  const access = await openAccess(surroundings, options, 'MINDBODY Owner')
  const type = options.type ?? (await linkedType(surroundings, access))
  return { ...access, type, integration: access.subscriber.integration(type) }
}

async function linkedType(
  { ask, signal }: Surroundings,
  { subscriber, subscriberId }: Access,
): Promise<string> {
  const linked = (await subscriber.integrations({ signal })).filter(({ Status }) => Status >= initialized)
  const [only] = linked
  if (!only) {
    throw new CommandError(
      exitCodes.refused,
      `Subscriber ${subscriberId} has no ledger linked yet.`,
      'ledgerpost link',
    )
  }
  if (linked.length === 1) return only.Type
  if (ask) return ask.choose('Which ledger?', linked.map(choiceOf))
  throw new CommandError(
    exitCodes.usage,
    `Several ledgers are linked: say which with --type ${linked.map(({ Type }) => Type).join(' or --type ')}.`,
  )
}

export function choiceOf({ Type, Title, Organisation }: OfferedIntegration) {
  return { value: Type, label: Organisation === null ? Title : `${Title}: ${Organisation}` }
}
