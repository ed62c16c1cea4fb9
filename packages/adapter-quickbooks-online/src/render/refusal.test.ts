import type { MappedPacket } from '@ledgerpost/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { americanCompany, britishCompany, type FakeAccount } from '../../fake/index.js'
import { lineOf, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { createScene, type Scene } from '../scene.test-support.js'

let scene: Scene
beforeAll(async () => {
  scene = await createScene()
})
const render = async (packet: MappedPacket, where = scene) =>
  where.adapter.render(packet, await where.configuration())

describe('render', () => {
  it.each<[string, MappedPacket, string]>([
    ['another currency', packetOf('c', { total: 100n }, { currency: 'EUR' }), 'CurrencyNotSupported'],
    [
      'tax on what is untaxed',
      packetOf('t', { lines: [lineOf({ net: 100n, tax: 8n })], total: 108n }),
      'TaxNotRepresentable',
    ],
    [
      'tax at a rate of zero',
      packetOf('t', { lines: [lineOf({ net: 100n, tax: 8n, taxId: '4' })], total: 108n }),
      'TaxNotRepresentable',
    ],
    ['amounts beyond exact numbers', packetOf('n', { total: 10n ** 15n }), 'NotRepresentable'],
    [
      'revenue that is mapped to an account',
      packetOf('i', { lines: [lineOf({ net: 100n, revenueId: '80' })], total: 100n }),
      'NotRepresentable',
    ],
    [
      'a payment that is mapped to no account of that kind',
      packetOf('p', { payments: [paymentOf({ amount: 100n, accountId: '84' })], total: 100n }),
      'NotRepresentable',
    ],
    [
      'a refund out of Undeposited Funds that is no refund receipt',
      packetOf('u', {
        lines: [lineOf({ net: 100n }), lineOf({ net: -400n, tax: 80n, taxId: 'TAX' })],
        payments: [paymentOf({ amount: -220n, accountId: '4' })],
        total: -220n,
      }),
      'NotRepresentable',
    ],
    [
      'more documents than numbers',
      packetOf(
        'm',
        {
          lines: [],
          total: 0n,
        },
        {
          parts: Array.from(
            { length: 11 },
            () => packetOf('part', { total: 100n }).parts[0] ?? { lines: [], payments: [], total: 0n },
          ),
        },
      ),
      'NotRepresentable',
    ],
  ])('refuses %s, and says what to do', async (_name, packet, code) => {
    expect(await render(packet)).toMatchObject({
      ok: false,
      code,
      message: expect.stringMatching(/Resync|by hand/),
    })
  })

  it('carries a refund out of Undeposited Funds as a refund receipt, and ten documents', async () => {
    const payments = [paymentOf({ amount: -100n, accountId: '4' })]
    expect(await render(packetOf('u', { payments, total: -100n }))).toMatchObject({
      documents: [{ kind: 'refund-receipt' }],
    })
    const parts = Array.from({ length: 10 }, () => packetOf('part', { total: 100n }).parts).flat()
    const rendering = await render(packetOf('ten', { total: 0n }, { parts }))
    expect(rendering.ok && rendering.documents.map(({ reference }) => reference.length)).toEqual([
      19,
      ...Array(9).fill(21),
    ])
  })

  it('refuses currencies with three decimals', async () => {
    const configuration = await scene.configuration()
    const inDinar = { ...configuration, organisation: { ...configuration.organisation, currency: 'KWD' } }
    const packet = packetOf('k', { total: 1000n }, { currency: 'KWD' })
    expect(scene.adapter.render(packet, inDinar)).toMatchObject({ ok: false, code: 'CurrencyNotSupported' })
  })

  it('refuses tax in a company without sales tax, and lines without a code in one with it', async () => {
    const without = await createScene()
    without.fake.books().company.preferences.usesSalesTax = false
    const taxed = packetOf('t', { lines: [lineOf({ net: 100n, tax: 8n, taxId: 'TAX' })], total: 108n })
    expect(await render(taxed, without)).toMatchObject({ ok: false, code: 'TaxNotRepresentable' })
    const british = await createScene({ companies: [britishCompany] })
    const uncoded = packetOf('u', { total: 100n }, { currency: 'GBP' })
    expect(await render(uncoded, british)).toMatchObject({ ok: false, code: 'TaxNotRepresentable' })
  })

  it('does not guess to which of several accounts a journal entry owes its tax', async () => {
    const second: FakeAccount = {
      Id: '99',
      Name: 'Other State Payable',
      AccountType: 'Other Current Liability',
      AccountSubType: 'SalesTaxPayable',
      Classification: 'Liability',
      Active: true,
    }
    const companies = [{ ...americanCompany, accounts: [second, ...americanCompany.accounts] }]
    const lines = [lineOf({ net: 100n, tax: 8n, taxId: 'TAX' })]
    const packet = packetOf('g', {
      lines,
      payments: [paymentOf({ amount: 108n, accountId: '90' })],
      total: 108n,
    })
    expect(await render(packet, await createScene({ companies }))).toMatchObject({
      ok: false,
      message: expect.stringContaining('salesTaxAccountId'),
    })
    const named = await createScene({ companies, settings: { salesTaxAccountId: '99' } })
    expect(await render(packet, named)).toMatchObject({
      documents: [{ postings: expect.arrayContaining([{ account: '99', amount: -8n, taxId: 'TAX' }]) }],
    })
  })

  it('refuses to render without what an inspection tells', async () => {
    const configuration = { ...(await scene.configuration()), extension: {} }
    expect(scene.adapter.render(packetOf('e', { total: 1n }), configuration)).toMatchObject({
      ok: false,
      code: 'NotRepresentable',
    })
  })
})
