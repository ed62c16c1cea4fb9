import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playStudio } from '@ledgerpost/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filePlatform } from './file-platform.js'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'orders-'))
})

afterEach(() => rm(directory, { recursive: true }))

it('finds all that orders ask the maps for, and plays every line that is not blank, garbage included', async () => {
  const file = join(directory, 'orders.ndjson')
  const lines = [...playStudio({ orders: 100, days: 5 })].map((order) => JSON.stringify(order))
  await writeFile(file, [...lines.slice(0, 50), '', 'garbage {', '[1]', ...lines.slice(50)].join('\n'))
  const platform = await filePlatform(file, { currency: 'USD', timeZone: 'UTC' })
  const played: string[] = []
  for await (const wave of platform.waves()) for await (const line of wave) played.push(line)
  expect(played).toEqual([...lines.slice(0, 50), 'garbage {', '[1]', ...lines.slice(50)])
  const ids = (kind: string) => platform.sources.filter((source) => source.kind === kind).map(({ id }) => id)
  for (const line of lines) {
    const order = JSON.parse(line)
    for (const { PaymentMethodId } of order.Payments) expect(ids('method')).toContain(PaymentMethodId)
    for (const { RevenueCategoryId, ProductType, Taxes } of order.Items) {
      expect(ids('category')).toContain(RevenueCategoryId ?? `type:${ProductType}`)
      const rates = Taxes.map(({ TaxRateId }: { TaxRateId: string }) => TaxRateId)
      expect(ids('taxSet')).toContain(rates.toSorted().join('+') || 'none')
    }
    expect(order.OrderDate >= platform.startDate).toBe(true)
  }
})
