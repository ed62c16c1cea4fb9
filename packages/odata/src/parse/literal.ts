import { type Cursor } from './cursor.js'

/** Types whose value is kept as the exact text that was sent; no number becomes a float. */
export type TextLiteralType = 'integer' | 'decimal' | 'date' | 'dateTimeOffset' | 'guid'

/** A value written in a query. `position` is where it begins. */
export type Literal = { readonly kind: 'literal'; readonly position: number } & (
  | { readonly type: TextLiteralType; readonly value: string }
  /** The value without its quotes, `''` read as one apostrophe. */
  | { readonly type: 'string'; readonly value: string }
  /** `Shop.Kind'Sale'`: the name of the type with its namespace, and what stands between the quotes: names or numbers of members, separated by commas. */
  | { readonly type: 'enumeration'; readonly enumeration: string; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null }
)

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\p{L}\p{Nd}_.:+-])/iuy
const word = /[+\-\p{L}\p{Nd}_.:]+/uy
const part = String.raw`[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}_]*`
const qualifiedName = new RegExp(String.raw`${part}(?:\.${part})+(?=')`, 'uy')
const enumerationForm = new RegExp(String.raw`^${part}(?:\.${part})+$`, 'u')
const member = String.raw`(?:${part}|-?\d{1,19})`
const membersForm = new RegExp(String.raw`^${member}(?:,${member})*$`, 'u')
const startOfWord = /[0-9+-]/
const day = String.raw`(\d{4})-(\d{2})-(\d{2})`
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?`
const zone = String.raw`(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)`
const forms: Readonly<Record<TextLiteralType, RegExp>> = {
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?\d+\.\d+$/,
  date: new RegExp(`^${day}$`),
  dateTimeOffset: new RegExp(`^${day}T${time}${zone}$`, 'i'),
  guid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
}
const wordTypes = ['integer', 'decimal', 'date', 'dateTimeOffset'] as const

export const aLiteral =
  "a literal (a text in single quotes, a number, a date, a guid, an enumeration's member, true, false or null)"

/** Reads a literal if one begins here. The words `true`, `false` and `null` are read by {@link wordLiteral}. */
export function readLiteral(cursor: Cursor): Literal | undefined {
  const position = cursor.place
  if (cursor.next === "'") return { kind: 'literal', type: 'string', value: readString(cursor), position }
  const id = cursor.match(guid)
  if (id !== undefined) return { kind: 'literal', type: 'guid', value: id, position }
  const enumeration = cursor.match(qualifiedName)
  if (enumeration !== undefined) return readEnumeration(cursor, enumeration, position)
  if (!startOfWord.test(cursor.next)) return undefined
  const value = cursor.match(word) ?? ''
  const type = wordTypes.find((each) => isTextLiteral(each, value))
  if (type !== undefined) return { kind: 'literal', type, value, position }
  return cursor.failAt(position, ...faultOf(value), JSON.stringify(value.slice(0, 40)))
}

function readEnumeration(cursor: Cursor, enumeration: string, position: number): Literal {
  const start = cursor.place
  const value = readString(cursor)
  if (isEnumeration(enumeration, value)) {
    return { kind: 'literal', type: 'enumeration', enumeration, value, position }
  }
  const expected = 'the name of a member between the quotes'
  return cursor.failAt(start, 'odata-syntax', expected, JSON.stringify(value.slice(0, 40)))
}

/** Whether both are as an enumeration's literal has them; which members there are only a model tells. */
export function isEnumeration(enumeration: string, value: string): boolean {
  return enumerationForm.test(enumeration) && membersForm.test(value)
}

/** The literal that the word is, if it is one. */
export function wordLiteral(text: string, position: number): Literal | undefined {
  switch (text) {
    case 'true':
    case 'false':
      return { kind: 'literal', type: 'boolean', value: text === 'true', position }
    case 'null':
      return { kind: 'literal', type: 'null', value: null, position }
    default:
      return undefined
  }
}

/** Whether the text is how a value of the type is written; dates must exist in the calendar. */
export function isTextLiteral(type: TextLiteralType, text: string): boolean {
  const found = forms[type].exec(text)
  if (found === null) return false
  const [, year, month, dayOfMonth] = found
  return year === undefined || isDay(Number(year), Number(month), Number(dayOfMonth))
}

function isDay(year: number, month: number, dayOfMonth: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return dayOfMonth >= 1 && dayOfMonth <= days
}

function readString(cursor: Cursor): string {
  const start = cursor.place
  const { text } = cursor
  const parts: string[] = []
  for (let from = cursor.position + 1; ;) {
    const quote = text.indexOf("'", from)
    cursor.budget.steps += (quote < 0 ? text.length : quote) - from + 1
    if (quote < 0) {
      cursor.failAt(start, 'odata-syntax', 'a text that ends with a single quote', 'one that does not end')
    }
    const isDoubled = text.charAt(quote + 1) === "'"
    parts.push(text.slice(from, isDoubled ? quote + 1 : quote))
    from = quote + (isDoubled ? 2 : 1)
    if (isDoubled) continue
    cursor.position = from
    return parts.join('')
  }
}

function faultOf(text: string): readonly ['odata-syntax' | 'odata-unsupported', string] {
  if (/^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text) || text === '-INF') {
    return ['odata-unsupported', 'a number without an exponent, since decimals are kept exactly']
  }
  if (/^\d{4}-\d\d-\d\dT/i.test(text)) {
    return [
      'odata-syntax',
      'a moment such as 2026-01-31T10:00:00Z that exists, with Z or an offset whose + is encoded as %2B',
    ]
  }
  if (/^\d{4}-/.test(text)) return ['odata-syntax', 'a date of the calendar such as 2026-01-31']
  return ['odata-syntax', aLiteral]
}
