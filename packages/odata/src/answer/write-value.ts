import { typeName } from '../model/members.js'
import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import { type StructuredType } from '../model/structured-type.js'
import { type JsonFormat } from './format.js'

const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * A leaf's text, as the database was asked for it, as JSON.
 * @throws RangeError if the column holds what its type cannot say, such as `NaN`
 */
export function writeValue(type: PrimitiveType | EnumType, text: string, format: JsonFormat): string {
  switch (type) {
    case 'Edm.Boolean':
      return text === 'true' ? 'true' : 'false'
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Decimal': {
      if (!numberForm.test(text)) throw new RangeError(`A column of ${type} holds ${JSON.stringify(text)}`)
      return format.numbersAsTexts && type !== 'Edm.Int32' ? `"${text}"` : text
    }
    default:
      return JSON.stringify(plainText(type, text))
  }
}

/** The text as an answer has it; of moments, what the database says is in two parts. */
export function plainText(type: PrimitiveType | EnumType, text: string): string {
  return type === 'Edm.DateTimeOffset' ? momentOf(text) : text
}

/** What JSON itself does not tell of the type; undefined for texts and truth values. */
export function typeAnnotation(type: PrimitiveType | EnumType, namespace: string): string | undefined {
  if (type === 'Edm.String' || type === 'Edm.Boolean') return undefined
  return `#${shortName(type, namespace)}`
}

export function collectionAnnotation(
  type: PrimitiveType | EnumType | StructuredType,
  namespace: string,
): string {
  return `#Collection(${shortName(type, namespace)})`
}

function shortName(type: PrimitiveType | EnumType | StructuredType, namespace: string): string {
  return typeName(namespace, type).replace(/^Edm\./, '')
}

/** `2026-01-31T10:00:00.000 3600`: the wall clock and its seconds ahead of UTC. */
function momentOf(text: string): string {
  const [wallClock = '', offset = ''] = text.split(' ')
  const seconds = Number(offset)
  if (seconds === 0) return `${wallClock}Z`
  // OData knows no offset with seconds, which places had before their clocks were set by zones, nor one beyond 14 hours.
  if (seconds % 60 !== 0 || Math.abs(seconds) > 14 * 3_600) {
    return new Date(Date.parse(`${wallClock}Z`) - seconds * 1_000).toISOString()
  }
  const minutes = Math.abs(seconds) / 60
  const two = (number: number): string => `${number}`.padStart(2, '0')
  return `${wallClock}${seconds < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`
}
