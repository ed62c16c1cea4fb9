import type { Instant } from '../calendar/calendar-date.js'

/** The three documented maps. */
export const mapKinds = ['taxRate', 'revenueCategory', 'paymentMethod'] as const
export type MapKind = (typeof mapKinds)[number]

export interface Modifier {
  readonly userId: string
  readonly userName: string
}

/** What a rule says: the platform's id on one side, the integrator's on the other. */
export interface MapAssignment {
  readonly kind: MapKind
  /** A tax set (`01:01+01:02`, `none`), a revenue category (`type:Tip`, `rounding` included) or a payment method. */
  readonly sourceId: string
  /** Null: everywhere. A rule for a location wins over one for everywhere. */
  readonly locationId: string | null
  readonly integrationId: string
}

export interface MapRule extends MapAssignment {
  readonly modifiedBy: Modifier
  readonly lastModifiedTime: Instant
  /** What the rule points to vanished or was archived at the integrator, or may no longer be used for the purpose. */
  readonly errorFlag: boolean
}

/** A source that some order uses and no rule maps. */
export interface MissingMapping {
  readonly kind: MapKind
  readonly sourceId: string
  readonly locationId: string | null
}

/** The integrator id for a source at a location, by the most specific rule; undefined if none applies. */
export type MapLookup = (kind: MapKind, sourceId: string, locationId: string | null) => string | undefined
