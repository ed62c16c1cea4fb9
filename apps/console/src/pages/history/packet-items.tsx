import type { AccountingIntegration, SyncPacket } from '@ledgerpost/client'
import { useTexts } from '../../app/console-context.js'
import { Money } from '../../components/money.js'
import { fromMinor, toMinor } from '../../words/money.js'

export interface PacketItemsProps {
  readonly packet: SyncPacket
  readonly platform: AccountingIntegration['MindbodyConfiguration'] | undefined
}

/** What a packet is made of, by revenue category and taxes. */
export function PacketItems({ packet, platform }: PacketItemsProps) {
  const { history, mapping } = useTexts()
  const { Currency: currency, RequestItems } = packet
  const categoryOf = (id: string) =>
    platform?.RevenueCategories.find(({ Id }) => Id === id)?.Name ?? id.replace(/^type:/, '')
  const taxOf = (id: string) => platform?.TaxRates.find(({ Id }) => Id === id)?.Name ?? id
  const total = (net: number, tax: number) =>
    fromMinor(toMinor(net, currency) + toMinor(tax, currency), currency)
  return (
    <div className="lp-scroll" tabIndex={0} role="region" aria-label={history.items}>
      <table className="lp-table">
        <thead>
          <tr>
            <th>{history.itemColumns.category}</th>
            <th>{history.itemColumns.taxes}</th>
            <th className="lp-number">{history.itemColumns.net}</th>
            <th className="lp-number">{history.itemColumns.tax}</th>
            <th className="lp-number">{history.itemColumns.total}</th>
          </tr>
        </thead>
        <tbody>
          {RequestItems.map((item, index) => (
            <tr key={index}>
              <td>
                {categoryOf(item.RevenueCategoryId)}
                {item.Description !== null && <div className="lp-small lp-quiet">{item.Description}</div>}
              </td>
              <td>
                {item.TaxRateIds.length === 0 ? mapping.untaxed : item.TaxRateIds.map(taxOf).join(', ')}
              </td>
              <td className="lp-number">
                <Money amount={item.NetAmount} currency={currency} />
              </td>
              <td className="lp-number">
                <Money amount={item.TaxAmount} currency={currency} />
              </td>
              <td className="lp-number">
                <Money amount={total(item.NetAmount, item.TaxAmount)} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
