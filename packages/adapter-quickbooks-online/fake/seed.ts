/** An account of a fake company, in Intuit's words. */
export interface FakeAccount {
  readonly Id: string
  readonly Name: string
  readonly AcctNum?: string
  readonly AccountType: string
  readonly AccountSubType: string
  readonly Classification: 'Asset' | 'Equity' | 'Expense' | 'Liability' | 'Revenue'
  readonly Active: boolean
  /** The company's own by default. */
  readonly currency?: string
}

export interface FakeItem {
  readonly Id: string
  readonly Name: string
  readonly Type: 'Service' | 'NonInventory' | 'Inventory' | 'Category'
  readonly Active: boolean
  /** The id of its income account; categories have none. */
  readonly incomeAccount?: string
}

/** A rate in per cent. */
export interface FakeTaxRate {
  readonly Id: string
  readonly Name: string
  readonly RateValue: number
  readonly Active: boolean
}

/** A tax code, made of rates for sales; the pseudo codes `TAX` and `NON` of American companies have none. */
export interface FakeTaxCode {
  readonly Id: string
  readonly Name: string
  readonly Active: boolean
  /** Ids of rates; absent where the code is for purchases only. */
  readonly salesRates?: readonly string[]
}

/** A class, a location or a customer. */
export interface FakeListElement {
  readonly Id: string
  readonly Name: string
  readonly Active: boolean
}

/** What a company's owner chose in QuickBooks' settings. */
export interface FakePreferences {
  /** Whether numbers of receipts are the user's to choose. */
  readonly customNumbers: boolean
  /** Whether a receipt's number that was used already is refused. */
  readonly refusesDuplicates: boolean
  /** Whether a number that was sent is thrown away for the next of QuickBooks' own, in companies without custom numbers. */
  readonly renumbers: boolean
  /** `YYYY-MM-DD`: the last day of the closed books. */
  readonly bookCloseDate?: string
  readonly multicurrency: boolean
  readonly usesSalesTax: boolean
  /** American: the rate in per cent that automated sales tax finds for every address; absent where it is off. */
  readonly automatedRate?: number
  readonly classTracking: 'none' | 'line' | 'transaction'
  readonly tracksDepartments: boolean
}

export interface FakeCompanySeed {
  readonly realmId: string
  readonly name: string
  /** `US`, `CA`, `GB`. */
  readonly country: string
  readonly currency: string
  readonly timeZone: string
  readonly preferences: FakePreferences
  readonly accounts: readonly FakeAccount[]
  readonly items: readonly FakeItem[]
  readonly taxRates: readonly FakeTaxRate[]
  readonly taxCodes: readonly FakeTaxCode[]
  readonly classes: readonly FakeListElement[]
  readonly departments: readonly FakeListElement[]
  readonly customers: readonly FakeListElement[]
}
