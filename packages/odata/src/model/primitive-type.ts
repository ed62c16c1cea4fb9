/** The primitive types that a property may have (OData CSDL 4.0, 4.4). */
export type PrimitiveType =
  | 'Edm.String'
  | 'Edm.Boolean'
  | 'Edm.Int32'
  | 'Edm.Int64'
  | 'Edm.Decimal'
  | 'Edm.Date'
  | 'Edm.DateTimeOffset'
  | 'Edm.Guid'

/** An enumeration. Its columns hold the name of the member as text; values sort by number, not by name. */
export interface EnumType {
  readonly kind: 'enum'
  /** Without the namespace. */
  readonly name: string
  /** The number of each member, no two alike, within 32 bits. */
  readonly members: Readonly<Record<string, number>>
}
