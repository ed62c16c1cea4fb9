import { formatAmount, type MinorUnits, minorUnitDigits, type ReviewedSource } from '@ledgerpost/core'
import type { MappingReview } from '@ledgerpost/engine'
import { mapTypeEnumeration } from '../enumerations.js'
import { byCode, decimal, list, nullable, record, type WireNumber, type WireRecord } from '../tree.js'

/** MappingReview { Since, Currency, Coverage { Mapped, Total }, Items[] }; amounts are in major units. */
export function mappingReviewRecord({ since, currency, coverage, items }: MappingReview): WireRecord {
  const money = (amount: MinorUnits) => decimal(formatAmount(amount, minorUnitDigits(currency)))
  return record({
    Since: since,
    Currency: currency,
    Coverage: record({ Mapped: money(coverage.mapped), Total: money(coverage.total) }),
    Items: list(items.map((item) => itemRecord(item, money))),
  })
}

function itemRecord(item: ReviewedSource, money: (amount: MinorUnits) => WireNumber): WireRecord {
  const { kind, sourceId, name, locationId, integrationId, problem, isNeeded, amount, suggestion } = item
  return record({
    MapType: byCode(mapTypeEnumeration, kind),
    MindbodyId: sourceId,
    Name: name,
    LocationId: locationId ?? undefined,
    IntegrationId: integrationId,
    Problem: problem,
    IsNeeded: isNeeded,
    Amount: money(amount),
    Suggestion: nullable(suggestion, ({ integrationId: target, score, reason }) =>
      record({ IntegrationId: target, Score: decimal(String(score)), Reason: reason }),
    ),
  })
}
