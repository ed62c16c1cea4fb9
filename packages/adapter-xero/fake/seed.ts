/** An account of a fake organisation, in Xero's words. */
export interface FakeAccount {
  readonly AccountID: string
  /** Bank accounts may have none. */
  readonly Code?: string
  readonly Name: string
  readonly Type: string
  readonly Class: 'ASSET' | 'EQUITY' | 'EXPENSE' | 'LIABILITY' | 'REVENUE'
  readonly Status: 'ACTIVE' | 'ARCHIVED'
  readonly TaxType: string
  readonly EnablePaymentsToAccount: boolean
  readonly SystemAccount?: string
}

/** A tax rate; `EffectiveRate` is in per cent, with up to four decimals. */
export interface FakeTaxRate {
  readonly Name: string
  readonly TaxType: string
  readonly EffectiveRate: number
  readonly CanApplyToRevenue: boolean
  readonly Status: 'ACTIVE' | 'DELETED' | 'ARCHIVED'
}

export interface FakeOrganisationSeed {
  readonly tenantId: string
  readonly name: string
  readonly currency: string
  readonly country: string
  /** Windows-style, as Xero names zones. */
  readonly timeZone: string
  readonly shortCode: string
  /** `YYYY-MM-DD` */
  readonly periodLockDate?: string
  readonly endOfYearLockDate?: string
  readonly accounts: readonly FakeAccount[]
  readonly taxRates: readonly FakeTaxRate[]
}
