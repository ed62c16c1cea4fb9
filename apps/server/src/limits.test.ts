import { readFileSync } from 'node:fs'
import { defaultLimits, type ODataLimits } from '@ledgerpost/odata'
import { longestRead } from '@ledgerpost/postgres'
import { describe, expect, it } from 'vitest'
import { burstOf } from './http/admission.js'
import { type ConnectionLimits, connectionLimits, limits } from './limits.js'

const page = readFileSync(new URL('../../../docs/api/limits.md', import.meta.url), 'utf8')

/** What the table of limits says, by what it says it of. */
const documented = new Map(
  page
    .slice(0, page.indexOf('\n## '))
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => {
      const [what = '', most = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim())
      return [what, most] as const
    }),
)

const count = (value: number) => value.toLocaleString('en')
const bytes = (value: number) => (value < 1_048_576 ? `${value / 1024} KiB` : `${value / 1_048_576} MiB`)
const seconds = (milliseconds: number) => `${milliseconds / 1000} s`

const hours = (milliseconds: number) => `${milliseconds / 3_600_000} h`

type Rows<Limits> = { readonly [Name in keyof Limits]: readonly [string, (value: number) => string] }

const rows: Rows<typeof limits> = {
  bodyBytes: ['a body, unless something else is said', bytes],
  configurationBytes: ["a subscriber's Configuration", bytes],
  orderBytes: ['one order of a feed', bytes],
  jsonLevels: ['levels of objects and lists in JSON', count],
  xmlLevels: ['levels of elements in XML', count],
  xmlReferences: ['references such as `&amp;` in XML', count],
  xmlPrefixes: ['declared prefixes in XML', count],
  problems: ['wrong members that an answer names', count],
  feedErrors: ['errors that the summary of a feed names', count],
  mebibyteMilliseconds: ['time for a body to arrive, for each 1 MiB of its limit', seconds],
  days: ['business days that are told at once', count],
  requestsPerMinute: ['requests of a caller in a minute', count],
  callers: ['callers whose requests are counted', count],
  keyCharacters: ['characters of an `Idempotency-Key`', count],
  keyMilliseconds: ['time for which an `Idempotency-Key` stands for its request', hours],
  claimMilliseconds: ['time for which a process that died keeps an `Idempotency-Key` in use', seconds],
}

const connectionRows: Rows<ConnectionLimits> = {
  headersMilliseconds: ['time for the headers to arrive', seconds],
  silenceMilliseconds: ['time in which nothing moves on a connection', seconds],
  keepAliveMilliseconds: ['time between two requests of a connection', seconds],
  requests: ['requests of a connection', count],
  headers: ['headers of a request', count],
  headerBytes: ['first line and headers of a request', bytes],
}

const odataRows: Rows<ODataLimits> = {
  maxTextLength: ['characters of an OData query', count],
  maxFilterNodes: ['conditions in the filters of an OData query', count],
  maxDepth: ['levels of an OData query', count],
  maxInValues: ['values of one `in`', count],
  maxTop: ['`$top`', count],
  maxSkip: ['`$skip`', count],
}

function told<Limits extends Readonly<Record<keyof Limits, number>>>(
  values: Limits,
  tellers: Rows<Limits>,
): readonly (readonly [string, string])[] {
  return (Object.keys(values) as (keyof Limits)[]).map((name) => {
    const [what, tell] = tellers[name]
    return [what, tell(values[name])]
  })
}

describe('the documented limits', () => {
  it('are those of the code, and none is missing', () => {
    expect(Object.fromEntries(documented)).toEqual({
      ...Object.fromEntries([
        ...told(limits, rows),
        ...told(connectionLimits, connectionRows),
        ...told(defaultLimits, odataRows),
      ]),
      'time for an OData query on a PostgreSQL server': seconds(longestRead),
      'requests of a caller at once': count(burstOf(limits.requestsPerMinute)),
      'a feed of orders': 'no limit',
      'time for a feed to arrive': 'no limit',
    })
  })
})
