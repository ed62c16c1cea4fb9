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
  /** Of bank accounts; by default the organisation's. */
  readonly CurrencyCode?: string
}

/** A part of a tax rate; `Rate` is in per cent, with up to four decimals. */
export interface FakeTaxComponent {
  readonly Name: string
  readonly Rate: number
  readonly IsCompound: boolean
}

/** A tax rate; `EffectiveRate` is in per cent, with up to four decimals. */
export interface FakeTaxRate {
  readonly Name: string
  readonly TaxType: string
  readonly EffectiveRate: number
  readonly CanApplyToRevenue: boolean
  readonly Status: 'ACTIVE' | 'DELETED' | 'ARCHIVED'
  /** By default OUTPUT or INPUT, as it applies to revenue or not. */
  readonly ReportTaxType?: string
  /** By default one of the rate's own name. */
  readonly TaxComponents?: readonly FakeTaxComponent[]
}

export interface FakeTrackingCategory {
  readonly TrackingCategoryID: string
  readonly Name: string
  readonly Status: 'ACTIVE' | 'ARCHIVED'
  readonly Options: readonly {
    readonly TrackingOptionID: string
    readonly Name: string
    readonly Status: 'ACTIVE' | 'ARCHIVED'
  }[]
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
  /** None by default. */
  readonly trackingCategories?: readonly FakeTrackingCategory[]
}
