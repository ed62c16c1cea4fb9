import { mediaType } from './media-type.js'
import { Refusal } from './problem.js'

/** What actions answer in; the first is preferred, where a client has no preference of its own. */
const answerTypes = ['application/json', 'text/json', 'application/xml', 'text/xml'] as const

export type AnswerType = (typeof answerTypes)[number]

interface Range {
  readonly type: string
  readonly quality: number
}

/** Whether a media type is one of XML's. */
export function isXml(type: string): boolean {
  return type === 'application/xml' || type === 'text/xml'
}

/**
 * The media type to answer in, by RFC 9110, section 12.5.1: of the ranges that take a type the most specific says how
 * much it is wanted; undefined if nothing that there is is acceptable. Without a header everything is.
 */
export function acceptableType(header: string | undefined): AnswerType | undefined {
  if (header === undefined || header.trim() === '') return answerTypes[0]
  const ranges = header.split(',').map(rangeOf)
  const wanted = answerTypes
    .map((type) => ({ type, quality: qualityOf(type, ranges) }))
    .filter(({ quality }) => quality > 0)
  return wanted.toSorted((left, right) => right.quality - left.quality)[0]?.type
}

/** @throws Refusal 406 */
export function requireAcceptable(header: string | undefined): AnswerType {
  const type = acceptableType(header)
  if (type !== undefined) return type
  throw new Refusal('not-acceptable', `Nothing in the Accept header is offered here. Ask for ${listed}.`)
}

const listed = `${answerTypes.slice(0, -1).join(', ')} or ${answerTypes.at(-1) ?? ''}`

/** A quality that cannot be read counts as not acceptable: it would be a guess. */
function rangeOf(text: string): Range {
  const parameter = /;\s*q\s*=\s*([^;\s]*)/i.exec(text)?.[1]
  const isReadable = parameter === undefined || /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(parameter)
  return { type: mediaType(text), quality: isReadable ? Number(parameter ?? 1) : 0 }
}

function qualityOf(type: AnswerType, ranges: readonly Range[]): number {
  const [group] = type.split('/')
  for (const pattern of [type, `${group}/*`, '*/*']) {
    const matching = ranges.filter((range) => range.type === pattern)
    if (matching.length > 0) return Math.max(...matching.map(({ quality }) => quality))
  }
  return 0
}
