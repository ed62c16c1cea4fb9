import { createGates } from '@ledgerpost/adapter-kit'
import { type Adapter, type ConnectionContext, LedgerpostError } from '@ledgerpost/core'
import { z } from 'zod'
import { createConnection } from './connection.js'
import { defaultLimits, type TrytonLimits } from './limits.js'
import { manifestOf } from './manifest.js'
import { render } from './render/render.js'
import { trytonSettings, type TrytonSettings } from './settings.js'

/** Whose password is wanted. */
export interface PasswordRequest {
  readonly subscriberId: string
  readonly url: string
  readonly database: string
  readonly user: string
}

export interface TrytonAdapterOptions {
  /**
   * The addresses of servers that may be linked. Default: any, which lets whoever links have this machine call any
   * address that it reaches.
   */
  readonly urls?: readonly string[]
  /**
   * The password where the settings hold none, so that it need not be stored with them. It must only be given for an
   * address that it belongs to, for whoever links names the address.
   */
  readonly passwordOf?: (request: PasswordRequest) => Promise<string | undefined>
  /** Departures from what was chosen for common installations. */
  readonly limits?: Partial<TrytonLimits>
}

/**
 * The adapter for Tryton (tryton.org), spoken to by its JSON-RPC over HTTP. Each part of a packet is a posted account
 * move whose description is our reference.
 *
 * How nothing is booked twice: Tryton has no idempotency key, so moves are looked up by their description before and after
 * they are created, and posted only when there is one draft of a reference. A crash in between leaves a draft, which the
 * next send finds and posts.
 */
export function createTrytonAdapter(options: TrytonAdapterOptions = {}): Adapter {
  const { urls, passwordOf } = options
  const limits = { ...defaultLimits, ...options.limits }
  const gateOf = createGates(limits.calls)
  const settingsSchema = trytonSettings.superRefine((settings, context) => {
    if (urls !== undefined && !urls.includes(settings.url)) {
      context.addIssue({
        code: 'custom',
        path: ['url'],
        message: `'${settings.url}' is none of the servers that may be linked.`,
      })
    }
    if (settings.password === undefined && passwordOf === undefined) {
      context.addIssue({ code: 'custom', path: ['password'], message: 'The password is missing.' })
    }
  })
  return {
    specVersion: 'v1',
    manifest: manifestOf(limits),
    settings: settingsSchema,
    authorisation: { kind: 'none' },
    connect(context) {
      const settings = readSettings(settingsSchema, context)
      const { subscriberId, clock } = context
      const { url, database, user } = settings
      return createConnection(context, {
        settings,
        limits,
        gate: gateOf(JSON.stringify([url, database]), clock),
        passwordOf: async () => passwordOf?.({ subscriberId, url, database, user }),
      })
    },
    render: (packet, configuration) => render(packet, configuration, limits),
  }
}

function readSettings(
  schema: z.ZodType<TrytonSettings>,
  { settings, subscriberId }: ConnectionContext,
): TrytonSettings {
  const reading = schema.safeParse(settings)
  if (reading.success) return reading.data
  throw new LedgerpostError({
    code: 'tryton-settings',
    message: `The settings of the Tryton books of ${subscriberId} are not valid: ${z.prettifyError(reading.error)}. Link them again.`,
    details: { subscriberId },
  })
}
