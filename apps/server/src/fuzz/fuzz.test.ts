import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from '../openapi/document.js'
import {
  configure,
  feed,
  introduce,
  plainText,
  sale,
  sync,
  testMaps,
} from '../test-support/platform.test-support.js'
import { startXeroServer, type XeroServer } from '../test-support/xero.test-support.js'
import { type DescribedOperation, type Existing, operationsOf } from './described-operation.test-support.js'
import { requestsAnywhere, requestsFor } from './fuzz-requests.test-support.js'
import { fuzz, type FuzzSettings, fuzzSettings } from './fuzz-run.test-support.js'
import { odataOptions } from './odata-options.test-support.js'
import { createOracle } from './oracle.test-support.js'
import type { Components } from './schema-values.test-support.js'
import { exampleFor } from './valid-requests.test-support.js'

const document = openApiDocument()
const components = document.components.schemas as Components
const operations = operationsOf(document)
const oracle = createOracle()

/** Where there is more to get wrong, more is tried. */
function weightOf({ requestBody, parameters = [] }: DescribedOperation): number {
  if (requestBody !== undefined) return 4
  if (parameters.some((each) => each.in === 'query')) return 2
  return parameters.length === 0 ? 0.2 : 1
}

const weights = operations.map(weightOf).reduce((sum, weight) => sum + weight, 1)

function settingsOf(weight: number, place: number): FuzzSettings {
  const requests = Math.ceil((fuzzSettings.requests * weight) / weights)
  return { requests, seed: fuzzSettings.seed, place }
}

const patience = 60_000 + fuzzSettings.requests * 100

let server: XeroServer
beforeAll(async () => {
  server = await startXeroServer()
  await introduce(server, 'introduced')
  await introduce(server, encodeURIComponent("o'neil"))
})
afterAll(() => server.close())

/** A subscriber with books, orders and a sync of its own, so that one operation's havoc is not another's. */
async function sceneOf(operationId: string): Promise<Existing> {
  await configure(server, operationId)
  await feed(server, operationId, [sale('1'), sale('2', { Payments: [] }), sale('3')])
  const record = /resync|SyncHistory|SyncRecord/.test(operationId) ? await recordOf(operationId) : 'none'
  const parameters = {
    ...odataOptions,
    subscriberId: [...Array.from({ length: 6 }, () => operationId), 'introduced', "o'neil", 'ghost'],
    integrationType: ['PlainText', '2', 'plaintext', 'Xero'],
    configurationId: [operationId],
    orderId: ['1', '2', '3'],
    recordId: Array.from({ length: 6 }, () => record),
  }
  switch (operationId) {
    case 'resync':
      return { parameters, body: { Id: record } }
    case 'callback': {
      const [state, code] = await consentOf(operationId)
      return {
        parameters: {
          ...parameters,
          integrationType: ['Xero', 'PlainText'],
          state: [state],
          code: [code, 'x'],
        },
      }
    }
    case 'saveXeroTaxRate':
      await server.link(operationId)
      return { parameters: { ...parameters, integrationType: ['Xero', '0', 'xero', 'PlainText'] } }
    default:
      return { parameters }
  }
}

async function recordOf(subscriberId: string): Promise<string> {
  return /\('(.+)'\)$/.exec(await sync(server, subscriberId))?.[1] ?? ''
}

/** What the consent page sends a browser back with. */
async function consentOf(subscriberId: string): Promise<readonly [string, string]> {
  const { searchParams } = new URL(await server.consent(subscriberId), 'http://localhost')
  return [searchParams.get('state') ?? '', searchParams.get('code') ?? '']
}

/** Links and maps again what may have been removed meanwhile. */
async function restore(subscriberId: string): Promise<void> {
  await server.request('POST', plainText(subscriberId, 'Link'))
  await server.request('POST', plainText(subscriberId, 'Save'), {
    json: { Maps: testMaps, SynchronizationPreferences: { SummarizeData: false } },
  })
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
        ...settingsOf(weightOf(operation), operations.indexOf(operation) + 1),
        examples: [exampleFor(operation, existing)],
        restore: () => restore(operationId),
      }
      expect(await fuzz(server, oracle, requests, settings)).toBe('')
    },
  )

  it('for anything else are refused with a documented code', { timeout: patience }, async () => {
    const requests = requestsAnywhere(await sceneOf('anywhere'))
    expect(await fuzz(server, oracle, requests, settingsOf(1, 0))).toBe('')
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
