import { createGates, createOAuth, requireSecure, shareGate } from '@ledgerpost/adapter-kit'
import { type Adapter, LedgerpostError } from '@ledgerpost/core'
import { createClient } from './client.js'
import { createConnection } from './connection.js'
import { callLimit, exampleManifest } from './manifest.js'
import { organisationsOf } from './organisations.js'
import { render } from './render.js'
import { exampleSettings } from './settings.js'

export interface ExampleAdapterOptions {
  /** Of the app that you registered at Example Books. */
  readonly clientId: string
  readonly clientSecret: string
  /** Default: `https://api.books.example`. */
  readonly apiUrl?: string
}

/** The pace of one process where none is shared; in milliseconds, and calls at a time. */
const pace = { ...callLimit, concurrency: 5, longestWait: 30_000 }

/** The adapter for Example Books: each packet is one journal entry. */
export function createExampleAdapter(options: ExampleAdapterOptions): Adapter {
  const apiUrl = requireSecure(options.apiUrl ?? 'https://api.books.example', 'apiUrl')
  const gateOf = createGates(pace)
  const unpacedGateOf = createGates({ ...pace, count: Infinity })
  return {
    specVersion: 'v1',
    manifest: exampleManifest,
    settings: exampleSettings,
    authorisation: {
      kind: 'oauth2',
      ...createOAuth({
        title: exampleManifest.title,
        issuer: apiUrl,
        authorizeUrl: `${apiUrl}/oauth/authorize`,
        tokenUrl: `${apiUrl}/oauth/token`,
        clientId: options.clientId,
        clientSecret: options.clientSecret,
        scopes: ['books'],
      }),
      organisations: (environment, grant) => organisationsOf(environment, grant, apiUrl),
    },
    connect(context) {
      const { organisationId, turns, clock } = context
      if (organisationId === null) {
        throw new LedgerpostError({
          code: 'no-organisation',
          message:
            'A connection to Example Books needs the organisation that was chosen. Link again and choose one.',
        })
      }
      const gate = turns
        ? shareGate(unpacedGateOf(organisationId, clock), turns, clock, pace.longestWait)
        : gateOf(organisationId, clock)
      const baseUrl = `${apiUrl}/v1/organisations/${encodeURIComponent(organisationId)}`
      const settings = exampleSettings.parse(context.settings ?? {})
      return createConnection(createClient({ ...context, gate, baseUrl }), settings)
    },
    render,
  }
}
