import { fc } from '@fast-check/vitest'
import { roles } from '../auth/principal.js'
import type { DescribedOperation, FuzzRequest } from './described-operation.test-support.js'
import { hostileQuery, hostileSegment, strangeVerbs } from './hostile-addresses.test-support.js'
import { gzipped, hostileJson, hostileXml } from './hostile-bodies.test-support.js'
import { hostileHeader } from './hostile-headers.test-support.js'
import { hostileText } from './hostile-values.test-support.js'
import { changedText, changedValue } from './mutations.test-support.js'
import { type Components, valuesOf } from './schema-values.test-support.js'
import { xmlText } from './xml-text.test-support.js'

/** The same with one thing wrong. */
export function oneThingWrong(
  request: FuzzRequest,
  operation: DescribedOperation,
  components: Components,
): fc.Arbitrary<FuzzRequest> {
  const elsewhere = { ...request, described: undefined }
  const [path = '', query] = request.path.split('?', 2)
  const asked = query === undefined ? '' : `?${query}`
  const segments = path.split('/').slice(1)
  const ways: fc.Arbitrary<FuzzRequest>[] = [
    strangeVerbs.map((method) => ({ ...elsewhere, method })),
    hostileHeader.map(([name, value]) => ({ ...request, headers: { ...request.headers, [name]: value } })),
    fc.constantFrom(...roles).map((role) => ({ ...request, caller: { ...request.caller, role } })),
    fc
      .constantFrom([], ['other'])
      .map((subscribers) => ({ ...request, caller: { ...request.caller, subscribers } })),
    hostileQuery.map((other) => ({ ...request, path: `${path}?${other}` })),
    fc
      .tuple(fc.nat({ max: Math.max(0, segments.length - 1) }), fc.oneof(hostileSegment, scopes))
      .map(([at, other]) => ({ ...elsewhere, path: `/${segments.with(at, other).join('/')}${asked}` })),
    fc.constantFrom('/', '//', '/x', '/$count', '/$ref', "('1')", '%20', '.').map((suffix) => ({
      ...elsewhere,
      path: `${path}${suffix}${asked}`,
    })),
  ]
  const { body } = request
  const schema = operation.requestBody?.content[request.headers['Content-Type'] ?? '']?.schema
  if (typeof body === 'string') ways.push(changedText(body).map((text) => ({ ...request, body: text })))
  if (typeof body === 'string' && schema !== undefined) {
    const isXml = request.headers['Content-Type']?.endsWith('xml') === true
    const changed = valuesOf(schema, components).chain(changedValue)
    ways.push(
      changed.map((value) => ({
        ...request,
        body: isXml ? xmlText(schema, value, components) : (JSON.stringify(value) ?? ''),
      })),
    )
  }
  return fc.oneof(...ways)
}

const scopes = fc.constantFrom(
  'Region_1',
  'Custom_1',
  'Studio_1',
  'Subscriber_',
  'Subscriber',
  'subscriber_1',
  'Type_Nothing',
  'Type_99',
  'Type_',
  'Type_-1',
  'Explode',
)

/** The same with several things wrong, its body and its headers among them. */
export function hostile(request: FuzzRequest): fc.Arbitrary<FuzzRequest> {
  const own = request.headers['Content-Type'] ?? 'application/json'
  const bodies = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constant(own), own.endsWith('xml') ? hostileXml : hostileJson),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom('application/json', 'text/json', 'application/x-ndjson'),
        hostileJson,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom('application/xml', 'text/xml', 'application/xml; charset=utf-8'),
        hostileXml,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('application/json', 'text/xml', ''), hostileText),
    },
  )
  const isBodyless = request.method === 'GET' || request.method === 'HEAD'
  return fc
    .record({
      body: bodies,
      packed: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: gzipped }),
      headers: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(hostileHeader, { maxLength: 2 }) },
      ),
      query: fc.option(hostileQuery, { nil: undefined }),
    })
    .map(({ body: [type, text], packed, headers, query }) => ({
      ...request,
      path: query === undefined ? request.path : `${request.path.split('?', 1)[0]}?${query}`,
      headers: {
        ...request.headers,
        'Content-Type': type,
        ...(packed === undefined ? {} : { 'Content-Encoding': 'gzip' }),
        ...Object.fromEntries(headers),
      },
      body: isBodyless ? undefined : (packed ?? text),
    }))
}
