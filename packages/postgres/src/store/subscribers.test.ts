import type { OccurringSource, PlatformConfiguration } from '@ledgerpost/core'
import { NotStored } from '@ledgerpost/engine'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from './on-each-database.test-support.js'
import { sampleSubscriber } from './samples.test-support.js'

const configuration: PlatformConfiguration = {
  id: '1',
  taxRates: [{ id: '01:01', name: 'VAT', value: '0.19', locationId: null, lastModifiedTime: null }],
  revenueCategories: [],
  paymentMethods: [],
  products: [],
}

describe('subscribers', () => {
  onEachDatabase((fixture) => {
    it('keep their configuration when they are told about again', async () => {
      const sample = sampleSubscriber()
      await fixture().store.transaction(sample.id, async (tx) => {
        expect(await tx.subscriber(sample.id)).toBeUndefined()
        await tx.saveSubscriber(sample)
        expect(await tx.subscriber(sample.id)).toEqual(sample)
        await tx.saveConfiguration(sample.id, configuration)
        const changed = {
          ...sample,
          region: 'US',
          pricingLevel: 'gold',
          terms: { ...sample.terms, cutOff: 0 },
        }
        await tx.saveSubscriber(changed)
        expect(await tx.subscriber(sample.id)).toEqual({ ...changed, configuration })
      })
    })

    it('must exist before their configuration', async () => {
      const saving = fixture().store.transaction('nobody', (tx) =>
        tx.saveConfiguration('nobody', configuration),
      )
      await expect(saving).rejects.toThrow(NotStored)
    })

    it('collect the sources that occur, each once and however long', async () => {
      const { id, ...sample } = sampleSubscriber()
      const taxes: OccurringSource = { kind: 'taxRate', sourceId: '01:01+01:02' }
      const tip: OccurringSource = { kind: 'revenueCategory', sourceId: 'type:Tip' }
      const many = Array.from({ length: 500 }, () => Math.random().toString(36)).join('+')
      const long: OccurringSource = { kind: 'taxRate', sourceId: `zz${many}` }
      await fixture().store.transaction(id, async (tx) => {
        await tx.saveSubscriber({ id, ...sample })
        await tx.addOccurringSources(id, [])
        await tx.addOccurringSources(id, [taxes, tip, taxes])
        await tx.addOccurringSources(id, [long, taxes])
        expect(await tx.occurringSources(id)).toEqual([tip, taxes, long])
      })
    })
  })
})
