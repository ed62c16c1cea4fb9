import { fc } from '@fast-check/vitest'
import type { MapRule } from '@ledgerpost/core'
import { sampleIntegration, sampleOrder, sampleSubscriber } from '../samples.test-support.js'
import { limit, orderId, times, which } from './names.test-support.js'
import { durations, scoped } from './step.test-support.js'

const types = fc.constantFrom('Xero', 'Tryton')
const sequence = fc.bigInt({ min: 0n, max: 4n })
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { freq: 2 })

const rule = fc.record({
  kind: fc.constantFrom('taxRate', 'paymentMethod'),
  sourceId: orderId,
  locationId: orNull(fc.constantFrom('1', '2')),
  integrationId: fc.constantFrom('x', 'y'),
  modifiedBy: fc.constant({ userId: '1', userName: 'Owner' }),
  lastModifiedTime: times,
  errorFlag: fc.boolean(),
}) satisfies fc.Arbitrary<MapRule>

const integration = fc.record({
  which: which.integration,
  of: which.subscriber,
  type: types,
  organisation: orNull(which.organisation),
  grant: orNull(which.grant),
})

/** Steps about subscribers, orders, integrations, rules, links and grants. */
export const subscriberSteps = [
  scoped('saveSubscriber', which.subscriber, (tx, of, { names }) =>
    tx.saveSubscriber(sampleSubscriber(names.of('subscriber', of))),
  ),
  scoped('addOccurringSources', fc.tuple(which.subscriber, orderId), (tx, [of, sourceId], { names }) =>
    tx.addOccurringSources(names.of('subscriber', of), [
      { kind: 'taxRate', sourceId },
      { kind: 'paymentMethod', sourceId },
    ]),
  ),
  scoped('reserveSequence', fc.tuple(which.subscriber, fc.nat({ max: 3 })), (tx, [of, count], { names }) =>
    tx.reserveSequence(names.of('subscriber', of), count),
  ),
  scoped(
    'saveOrders',
    fc.tuple(which.subscriber, fc.array(fc.tuple(orderId, sequence), { maxLength: 3 })),
    (tx, [of, saved], { names }) =>
      tx.saveOrders(
        names.of('subscriber', of),
        saved.map(([id, number]) => ({ sequence: number, digest: `${number}`, order: sampleOrder(id) })),
      ),
  ),
  scoped(
    'changedOrders',
    fc.tuple(which.subscriber, sequence, sequence, limit),
    (tx, [of, after, through, most], { names }) =>
      tx.changedOrders(names.of('subscriber', of), { after, through, limit: most }),
  ),
  scoped('saveOrderWatermark', fc.tuple(which.subscriber, times), (tx, [of, watermark], { names }) =>
    tx.saveOrderWatermark(names.of('subscriber', of), 'platform', watermark),
  ),
  scoped('createIntegration', integration, (tx, chosen, { names }) =>
    tx.createIntegration(integrationOf(chosen, names)),
  ),
  scoped(
    'updateIntegration',
    fc.tuple(
      which.integration,
      fc.record(
        {
          organisation: orNull(which.organisation),
          grant: orNull(which.grant),
          cursor: fc.bigInt({ min: -1n, max: 3n }),
          status: fc.constantFrom('Configured', 'Error'),
          settings: orNull(fc.constant({ a: ['x', null] })),
        },
        { requiredKeys: [] },
      ),
    ),
    (tx, [number, { organisation, grant, ...change }], { names }) =>
      tx.updateIntegration(names.of('integration', number), {
        ...change,
        ...(organisation === undefined
          ? {}
          : { organisationId: organisation === null ? null : `${organisation}` }),
        ...(grant === undefined ? {} : { grantId: grant === null ? null : names.of('grant', grant) }),
      }),
  ),
  scoped(
    'replaceCurrentIntegration',
    fc.tuple(which.integration, integration),
    (tx, [current, replacement], { names }) =>
      tx.replaceCurrentIntegration(names.of('integration', current), integrationOf(replacement, names)),
  ),
  scoped('integration', fc.tuple(which.subscriber, types), (tx, [of, type], { names }) =>
    tx.integration(names.of('subscriber', of), type),
  ),
  scoped(
    'integrationByOrganisation',
    fc.tuple(which.subscriber, types, which.organisation),
    (tx, [of, type, organisation], { names }) =>
      tx.integrationByOrganisation(names.of('subscriber', of), type, `${organisation}`),
  ),
  scoped(
    'saveRules',
    fc.tuple(which.integration, fc.array(rule, { maxLength: 3 })),
    (tx, [number, rules], { names }) => tx.saveRules(names.of('integration', number), rules),
  ),
  scoped(
    'savePendingLink',
    fc.tuple(which.link, which.integration, times),
    (tx, [link, number, expiresAt], { names }) =>
      tx.savePendingLink({
        state: names.of('link', link),
        integrationId: names.of('integration', number),
        settings: null,
        redirectUri: '',
        sealedSecret: '',
        expiresAt,
      }),
  ),
  scoped('takePendingLink', which.link, (tx, link, { names }) => tx.takePendingLink(names.of('link', link))),
  scoped('createGrant', fc.tuple(which.grant, fc.nat({ max: 2 })), (tx, [grant, version], { names }) =>
    tx.createGrant({ id: names.of('grant', grant), sealed: 'sealed', version }),
  ),
  scoped(
    'claimGrant',
    fc.tuple(which.grant, fc.constantFrom(1, 2), fc.constantFrom('one', 'other'), durations),
    (tx, [grant, version, claimant, milliseconds], { names }) =>
      tx.claimGrant({ id: names.of('grant', grant), version }, claimant, milliseconds),
  ),
  scoped(
    'replaceGrant',
    fc.tuple(which.grant, fc.constantFrom(2, 3), fc.constantFrom('one', 'other')),
    (tx, [grant, version, claimant], { names }) =>
      tx.replaceGrant({ id: names.of('grant', grant), sealed: 'anew', version }, claimant),
  ),
  scoped(
    'releaseGrant',
    fc.tuple(which.grant, fc.constantFrom('one', 'other')),
    (tx, [grant, claimant], { names }) => tx.releaseGrant(names.of('grant', grant), claimant),
  ),
  scoped('removeGrant', which.grant, (tx, grant, { names }) => tx.removeGrant(names.of('grant', grant))),
]

type Chosen = typeof integration extends fc.Arbitrary<infer Value> ? Value : never

function integrationOf({ which: number, of, type, organisation, grant }: Chosen, names: Naming) {
  return sampleIntegration(names.of('subscriber', of), {
    id: names.of('integration', number),
    type,
    organisationId: organisation === null ? null : `${organisation}`,
    grantId: grant === null ? null : names.of('grant', grant),
  })
}

interface Naming {
  of(what: string, number: number): string
}
