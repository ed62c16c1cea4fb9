import type { CorpusRole, Scenario } from './scenario.js'
import { packetMaker } from './packets.js'
import type { CorpusTargets } from './targets.js'

/**
 * Sales as studios have them, small enough to be checked by hand. Each comes with the balance that its books must show;
 * amounts are minor units.
 */
export function scenarios(targets: CorpusTargets): readonly Scenario[] {
  const packet = packetMaker(targets)
  const scenario = (
    name: string,
    packets: Scenario['packets'],
    balance: Partial<Record<CorpusRole, bigint>>,
    isTaxForced = false,
  ): Scenario => ({ name, packets, balance, isTaxForced })
  return [
    scenario(
      'a sale',
      [
        packet('sale', [
          {
            lines: [{ of: 'services', net: 2_000n, description: 'Single class', quantity: '1' }],
            paid: { cash: 2_000n },
          },
        ]),
      ],
      { 'revenue.services': -2_000n, 'payment.cash': 2_000n },
    ),
    scenario(
      'a split tender',
      [
        packet('split tender', [
          {
            lines: [
              { of: 'services', net: 6_667n, quantity: '3' },
              { of: 'products', net: 1_234n },
            ],
            paid: { cash: 1n, card: 7_900n },
          },
        ]),
      ],
      {
        'revenue.services': -6_667n,
        'revenue.products': -1_234n,
        'payment.cash': 1n,
        'payment.card': 7_900n,
      },
    ),
    scenario(
      'a sale and its refund in part',
      [
        packet('refunded', [{ lines: [{ of: 'products', net: 5_000n }], paid: { card: 5_000n } }]),
        packet(
          'refund',
          [{ lines: [{ of: 'products', net: -1_999n, description: 'Returned' }], paid: { card: -1_999n } }],
          { daysLater: 2 },
        ),
      ],
      { 'revenue.products': -3_001n, 'payment.card': 3_001n },
    ),
    scenario(
      'a void',
      [
        packet('voided', [{ lines: [{ of: 'services', net: 4_200n }], paid: { cash: 4_200n } }]),
        packet('the void', [{ lines: [{ of: 'services', net: -4_200n }], paid: { cash: -4_200n } }]),
      ],
      {},
    ),
    scenario(
      'a tip',
      [
        packet('tip', [
          {
            lines: [
              { of: 'services', net: 3_000n },
              { of: 'tips', net: 450n },
            ],
            paid: { card: 3_450n },
          },
        ]),
      ],
      { 'revenue.services': -3_000n, 'revenue.tips': -450n, 'payment.card': 3_450n },
    ),
    scenario(
      'a gift card sold and redeemed',
      [
        packet('gift card sold', [{ lines: [{ of: 'giftCards', net: 10_000n }], paid: { cash: 10_000n } }]),
        packet(
          'gift card redeemed',
          [
            {
              lines: [{ of: 'services', net: 7_500n }],
              paid: { giftCards: 7_000n, cash: 500n },
            },
          ],
          { daysLater: 1 },
        ),
      ],
      {
        'revenue.giftCards': -10_000n,
        'payment.giftCards': 7_000n,
        'payment.cash': 10_500n,
        'revenue.services': -7_500n,
      },
    ),
    scenario(
      'a discount',
      [
        packet('discount', [
          {
            lines: [
              { of: 'products', net: 9_999n },
              { of: 'discounts', net: -1_000n, description: 'Ten off' },
            ],
            paid: { card: 8_999n },
          },
        ]),
      ],
      { 'revenue.products': -9_999n, 'revenue.discounts': 1_000n, 'payment.card': 8_999n },
    ),
    scenario(
      'a tax',
      [
        packet('tax', [
          {
            lines: [{ of: 'services', net: 2_000n, tax: 160n, rate: 'standard' }],
            paid: { card: 2_160n },
          },
        ]),
      ],
      { 'revenue.services': -2_000n, tax: -160n, 'payment.card': 2_160n },
      true,
    ),
    scenario(
      'a compound tax',
      [
        packet('compound tax', [
          {
            lines: [
              { of: 'services', net: 1_999n, tax: 207n, rate: 'compound' },
              { of: 'products', net: 333n, tax: 27n, rate: 'standard' },
              { of: 'tips', net: 100n },
            ],
            paid: { card: 2_666n },
          },
        ]),
      ],
      {
        'revenue.services': -1_999n,
        'revenue.products': -333n,
        'revenue.tips': -100n,
        tax: -234n,
        'payment.card': 2_666n,
      },
      true,
    ),
    scenario(
      'prices with the tax in them',
      [
        packet('inclusive tax', [
          {
            lines: [
              { of: 'services', net: 1_667n, tax: 333n, rate: 'standard' },
              { of: 'services', net: 1_666n, tax: 334n, rate: 'standard' },
            ],
            paid: { cash: 4_000n },
          },
        ]),
      ],
      { 'revenue.services': -3_333n, tax: -667n, 'payment.cash': 4_000n },
      true,
    ),
    scenario(
      'a total of zero',
      [
        packet('zero total', [
          {
            lines: [
              { of: 'products', net: 2_500n },
              { of: 'discounts', net: -2_500n },
            ],
          },
        ]),
      ],
      { 'revenue.products': -2_500n, 'revenue.discounts': 2_500n },
    ),
    scenario(
      'a day with more refunds than sales',
      [
        packet('negative day', [
          {
            lines: [
              { of: 'services', net: 1_500n, tax: 120n, rate: 'standard' },
              { of: 'products', net: -8_000n, tax: -640n, rate: 'standard' },
            ],
            paid: { card: -7_020n },
          },
          { lines: [{ of: 'products', net: 700n }], paid: { cash: 700n } },
        ]),
      ],
      {
        'revenue.services': -1_500n,
        'revenue.products': 7_300n,
        tax: 520n,
        'payment.card': -7_020n,
        'payment.cash': 700n,
      },
      true,
    ),
    scenario(
      'an adjustment',
      [
        packet('adjusted', [
          {
            lines: [{ of: 'services', net: 5_000n, tax: 400n, rate: 'standard' }],
            paid: { cash: 5_400n },
          },
        ]),
        packet('adjusted, adjustment 1', [
          {
            lines: [
              { of: 'services', net: -5_000n, tax: -400n, rate: 'standard' },
              { of: 'products', net: 5_000n, tax: 401n, rate: 'standard' },
            ],
            paid: { card: 1n },
          },
        ]),
      ],
      { 'revenue.products': -5_000n, tax: -401n, 'payment.cash': 5_400n, 'payment.card': 1n },
      true,
    ),
  ]
}
