/** How much an answer says beyond the data (OData JSON format 4.0, 3.1). */
export type MetadataLevel = 'none' | 'minimal' | 'full'

/** How JSON is written. */
export interface JsonFormat {
  readonly level: MetadataLevel
  /** `Edm.Int64` and `Edm.Decimal` as texts, for clients whose numbers are floats. */
  readonly numbersAsTexts: boolean
}

export function contentTypeOf({ level, numbersAsTexts }: JsonFormat): string {
  return `application/json;odata.metadata=${level}${numbersAsTexts ? ';IEEE754Compatible=true' : ''}`
}
