import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from '../openapi/document.js'
import { consentAdapter } from '../test-support/consent-adapter.test-support.js'
import {
  configure,
  feed,
  introduce,
  plainText,
  sale,
  sync,
  testMaps,
} from '../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../test-support/server.test-support.js'
import { type DescribedOperation, type Existing, operationsOf } from './described-operation.test-support.js'
import { requestsAnywhere, requestsFor } from './fuzz-requests.test-support.js'
import { fuzz, type FuzzSettings, fuzzSettings } from './fuzz-run.test-support.js'
import { createOracle } from './oracle.test-support.js'
import type { Components } from './schema-values.test-support.js'
import { exampleFor } from './valid-requests.test-support.js'

const document = openApiDocument()
const components = document.components.schemas as Components
const operations = operationsOf(document)
const oracle = createOracle()

/** Where there is more to get wrong, more is tried. */
function weightOf({ requestBody, 'x-roles': forWhom }: DescribedOperation): number {
  if (requestBody !== undefined) return 3
  return forWhom === undefined ? 0.2 : 1
}

const weights = operations.map(weightOf).reduce((sum, weight) => sum + weight, 1)

function settingsOf(weight: number): FuzzSettings {
  return { requests: Math.ceil((fuzzSettings.requests * weight) / weights), seed: fuzzSettings.seed }
}

const patience = 60_000 + fuzzSettings.requests * 100

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ adapters: [consentAdapter] })
  await introduce(server, 'introduced')
  await introduce(server, encodeURIComponent("o'neil"))
})
afterAll(() => server.close())

/** A subscriber with books, orders and a sync of its own, so that one operation's havoc is not another's. */
async function sceneOf(operationId: string): Promise<Existing> {
  await configure(server, operationId)
  await feed(server, operationId, [sale('1'), sale('2', { Payments: [] }), sale('3')])
  const record = /\('(.+)'\)$/.exec(await sync(server, operationId))?.[1] ?? ''
  const parameters = {
    subscriberId: [...Array.from({ length: 6 }, () => operationId), 'introduced', "o'neil", 'ghost'],
    integrationType: ['PlainText', '2', 'plaintext', 'Consent'],
    recordId: Array.from({ length: 6 }, () => record),
    $skiptoken: ['0', record],
  }
  switch (operationId) {
    case 'resync':
      return { parameters, body: { Id: record } }
    case 'callback':
      return {
        parameters: {
          ...parameters,
          integrationType: ['Consent', 'PlainText'],
          state: [await consentState(operationId)],
          code: ['x', 'refused'],
        },
      }
    default:
      return { parameters }
  }
}

/** Links and maps again what may have been removed meanwhile. */
async function restore(subscriberId: string): Promise<void> {
  await server.request('POST', plainText(subscriberId, 'Link'))
  await server.request('POST', plainText(subscriberId, 'Save'), {
    json: { Maps: testMaps, SynchronizationPreferences: { SummarizeData: false } },
  })
}

async function consentState(subscriberId: string): Promise<string> {
  const path = `/Subscriber_${subscriberId}/AccountingIntegration/Type_Consent/Link`
  const { AuthorisationUrl } = (await (await server.request('POST', path)).json()) as {
    readonly AuthorisationUrl: string
  }
  return new URL(AuthorisationUrl).searchParams.get('state') ?? ''
}

describe(`requests of the seed ${fuzzSettings.seed}`, () => {
  it.each(operations)(
    'for $operationId are answered as described',
    { timeout: patience },
    async (operation) => {
      const { operationId } = operation
      const existing = await sceneOf(operationId)
      const requests = requestsFor(operation, components, existing)
      const settings = {
        ...settingsOf(weightOf(operation)),
        examples: [exampleFor(operation, existing)],
        restore: () => restore(operationId),
      }
      expect(await fuzz(server, oracle, requests, settings)).toBe('')
    },
  )

  it('for anything else are refused with a documented code', { timeout: patience }, async () => {
    const requests = requestsAnywhere(await sceneOf('anywhere'))
    expect(await fuzz(server, oracle, requests, settingsOf(1))).toBe('')
  })

  it('met every operation with what it does', () => {
    const succeeded = operations.map(({ operationId, method, path, responses }) => {
      const success = Object.keys(responses)
        .map(Number)
        .find((status) => status < 300)
      return [operationId, oracle.met.get(`${method} ${path}`)?.has(success ?? 200)]
    })
    expect(succeeded).toEqual(operations.map(({ operationId }) => [operationId, true]))
  })
})
