import type {
  CalendarDate,
  Instant,
  IntegrationStatus,
  IntegratorConfiguration,
  MapRule,
  SynchronizationPreferences,
} from '@ledgerpost/core'

/** A subscriber's ledger at one integrator. A link to other books (another organisation) is another integration. */
export interface Integration {
  readonly id: string
  readonly subscriberId: string
  /** The adapter's manifest type. */
  readonly type: string
  readonly status: IntegrationStatus
  readonly preferences: SynchronizationPreferences | null
  /** Checked by the adapter's settings schema. */
  readonly settings: unknown
  readonly organisationId: string | null
  readonly grantId: string | null
  /** The subscriber's local day on which the books were first linked. */
  readonly linkedOn: CalendarDate | null
  readonly configuration: IntegratorConfiguration | null
  /** Ascending, the last ten. */
  readonly inspectionTimes: readonly Instant[]
  /** The last change of the subscriber's orders that was packed. */
  readonly cursor: bigint
  readonly lastModifiedTime: Instant
}

/** A linking that waits for its callback. */
export interface PendingLink {
  readonly state: string
  readonly integrationId: string
  readonly settings: unknown
  readonly redirectUri: string
  /** Sealed by the secret box. */
  readonly sealedSecret: string
  readonly expiresAt: Instant
}

export interface IntegrationStore {
  /** The current integration of the type, not one that a link to other books replaced. */
  integration(subscriberId: string, type: string): Promise<Integration | undefined>
  integrationById(id: string): Promise<Integration | undefined>
  /** The same; whoever else wants to change it waits until this transaction ends. */
  lockIntegration(id: string): Promise<Integration | undefined>
  /** The integration with these books, current or replaced. */
  integrationByOrganisation(
    subscriberId: string,
    type: string,
    organisationId: string,
  ): Promise<Integration | undefined>
  /** Creates the current integration; does nothing if there is one. */
  createIntegration(integration: Integration): Promise<void>
  updateIntegration(
    id: string,
    change: Partial<Omit<Integration, 'id' | 'subscriberId' | 'type'>>,
  ): Promise<void>
  /** Makes `id` the current integration of its subscriber and type, creating it from `replacement` if it is new. */
  replaceCurrentIntegration(currentId: string, replacement: Integration): Promise<void>

  rules(integrationId: string): Promise<readonly MapRule[]>
  /** Upsert by (kind, sourceId, locationId). */
  saveRules(integrationId: string, rules: readonly MapRule[]): Promise<void>

  savePendingLink(link: PendingLink): Promise<void>
  /** Returns and removes it: a state is good for one callback. */
  takePendingLink(state: string): Promise<PendingLink | undefined>
}
