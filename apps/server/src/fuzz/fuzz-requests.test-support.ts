import { fc } from '@fast-check/vitest'
import { roles } from '../auth/principal.js'
import type { DescribedOperation, Existing, FuzzRequest } from './described-operation.test-support.js'
import { hostileSegment, strangeVerbs } from './hostile-addresses.test-support.js'
import type { Components } from './schema-values.test-support.js'
import { validRequests } from './valid-requests.test-support.js'
import { hostile, oneThingWrong } from './wrong-requests.test-support.js'

/** Requests for an operation: as the document wants them, with one thing wrong, and hostile. */
export function requestsFor(
  operation: DescribedOperation,
  components: Components,
  existing: Existing,
): fc.Arbitrary<FuzzRequest> {
  const valid = validRequests(operation, components, existing)
  return fc.oneof(
    { weight: 3, arbitrary: valid },
    { weight: 4, arbitrary: valid.chain((request) => oneThingWrong(request, operation, components)) },
    { weight: 3, arbitrary: valid.chain(hostile) },
  )
}

/** Requests for nothing in particular. */
export function requestsAnywhere(existing: Existing): fc.Arbitrary<FuzzRequest> {
  const segment = fc.oneof(
    hostileSegment,
    fc.constantFrom(
      'odata',
      'v4',
      'health',
      'live',
      'ready',
      'reference',
      'openapi.json',
      'AccountingIntegration',
    ),
    fc.constantFrom(
      'Region_1',
      'Custom_1',
      'Studio_1',
      'Subscriber_',
      'Type_',
      'Type_Xero',
      'Type_99',
      'Type_null',
    ),
    fc
      .constantFrom(...Object.values(existing.parameters).flat())
      .map((id) => `Subscriber_${encodeURIComponent(id)}`),
  )
  return fc
    .tuple(fc.array(segment, { maxLength: 6 }), strangeVerbs, fc.constantFrom(...roles))
    .map(([segments, method, role]) => ({
      described: undefined,
      method,
      path: `/${segments.join('/')}`,
      caller: { role, subscribers: '*' as const },
      headers: {},
      body: undefined,
    }))
    .chain(hostile)
}
