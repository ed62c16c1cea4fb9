import type { MapAssignment, MapKind, MapLookup } from './map-rule.js'

/** Indexes rules for looking them up; (location, id) wins over (id). */
export function mapLookup(rules: Iterable<MapAssignment>): MapLookup {
  const index = new Map<string, string>()
  for (const rule of rules) index.set(ruleKey(rule.kind, rule.sourceId, rule.locationId), rule.integrationId)
  return (kind, sourceId, locationId) =>
    (locationId === null ? undefined : index.get(ruleKey(kind, sourceId, locationId))) ??
    index.get(ruleKey(kind, sourceId, null))
}

/** A text that is equal exactly for rules that replace each other. */
export function ruleKey(kind: MapKind, sourceId: string, locationId: string | null): string {
  return JSON.stringify([kind, sourceId, locationId])
}
