import { readFileSync } from 'node:fs'
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRoutes } from '../app.js'
import { roles } from '../auth/principal.js'
import { silentLogger } from '../logger.js'
import { systemClock } from '../system-clock.js'
import { noIdempotency } from '../test-support/no-idempotency.test-support.js'
import { startTestServer, type TestServer } from '../test-support/server.test-support.js'
import { openApiDocument } from './document.js'
import { operations } from './operations.js'
import { problemSummaries } from './problem-summaries.js'

const document = openApiDocument()
const plain: unknown = JSON.parse(JSON.stringify(document))

/** Only what is said of the addresses is asked for: nothing here reaches an engine. */
const routes = appRoutes({
  engine: new Proxy(Object.create(null), {}),
  reader: { read: () => Promise.reject(new Error('Nobody reads.')) },
  integrationTypes: [{ type: 'PlainText', code: 2 }],
  idempotency: noIdempotency,
  wake: () => undefined,
  authenticate: () => Promise.reject(new Error('Nobody calls.')),
  isReady: () => Promise.resolve(true),
  clock: systemClock,
  logger: silentLogger,
  newId: () => 'id',
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function findings(value: unknown): Promise<readonly string[]> {
  const linter = new spectral.Spectral()
  // The rules are typed without a member that their like need not have.
  const rules = rulesets.oas as unknown as RulesetDefinition
  // Whom to turn to is for each operator to say.
  linter.setRuleset({ extends: [rules], rules: { 'info-contact': 'off' } })
  const results = await linter.run(value as Readonly<Record<string, unknown>>)
  return results.map(({ code, message, path }) => `${code}: ${message} (${path.join('/')})`)
}

describe('the document', () => {
  it('passes the OpenAPI rules of Spectral without a warning', async () => {
    expect(await findings(plain)).toEqual([])
  })

  it('would not pass them with a parameter that its path does not have, or without a description', async () => {
    const text = JSON.stringify(plain)
      .replaceAll("SyncHistory('{recordId}')\"", "SyncHistory('{other}')\"")
      .replace('"description":"Must come first. ', '"note":"Must come first. ')
    const found = (await findings(JSON.parse(text))).join('\n')
    expect(found).toContain('path-params')
    expect(found).toContain('operation-description')
  })

  it('has every route behind a token, and no other', () => {
    const ofRoutes = routes.flatMap(({ documentation }) =>
      documentation.map(({ operationId }) => operationId),
    )
    const ofDocument = operations
      .filter((each) => each.roles !== 'anyone')
      .map(({ operationId }) => operationId)
    expect(ofRoutes.toSorted()).toEqual(ofDocument.toSorted())
    expect(new Set(ofDocument).size).toBe(ofDocument.length)
  })

  it('has the verb of each route', () => {
    for (const { method, documentation } of routes) {
      for (const operation of documentation) expect(operation.method).toBe(method)
    }
  })

  it('names all codes in the words of the index of errors', () => {
    const index = readFileSync(new URL('../../../../docs/errors/README.md', import.meta.url), 'utf8')
    const sentences = new Map(
      [...index.matchAll(/^\| \[`([^`]+)`\][^|]*\| ([^|]+?) *\|$/gm)].map(([, code = '', text = '']) => [
        code,
        text,
      ]),
    )
    for (const [code, summary] of Object.entries(problemSummaries)) {
      expect([code, sentences.get(code)]).toEqual([code, summary])
    }
  })

  it('leads to no component that there is not, and has none that nothing leads to', () => {
    const text = JSON.stringify(plain)
    const named = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name))
    expect(named).toEqual(new Set(Object.keys(document.components.schemas)))
  })

  it('names the address that clients reach the server at', () => {
    expect(openApiDocument({ publicUrl: 'https://books.example/api' }).servers).toMatchObject([
      { url: 'https://books.example/api' },
    ])
  })
})

/** The address of an operation, for a subscriber that nobody told of. */
function addressOf(path: string): string {
  return path
    .replace('{subscriberId}', 'ghost')
    .replace('{integrationType}', 'PlainText')
    .replaceAll(/\{[^}]+\}/g, '1')
}

describe.each(operations.filter(({ roles: allowed }) => allowed !== 'anyone'))(
  '$operationId',
  ({ method, path, roles: allowed }) => {
    it('is where the document says, and for whom', async () => {
      for (const role of roles) {
        const response = await server.request(method, addressOf(path), { role })
        const text = await response.text()
        expect(text).not.toContain('There is nothing at this address')
        expect([role, text.includes('"forbidden"')]).toEqual([role, !allowed.includes(role)])
        expect(response.status).not.toBe(405)
      }
    })
  },
)

describe('the operations without a token', () => {
  it.each(operations.filter((each) => each.roles === 'anyone'))('$operationId', async ({ method, path }) => {
    const response = await server.request(method, path, { headers: { Authorization: '' } })
    expect(response.status).toBe(200)
  })
})
