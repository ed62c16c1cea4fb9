import { ODataRequestError } from '../request-error.js'
import { type JsonFormat, type MetadataLevel } from './format.js'
import { type MediaType, readAccept, readMediaType } from './media-type.js'

const minimal: JsonFormat = { level: 'minimal', numbersAsTexts: false }

/**
 * How the answer's JSON is to be written; `$format` overrides `Accept`.
 * @throws ODataRequestError if no JSON is acceptable
 */
export function negotiateJson(format: string | undefined, accept: string | undefined): JsonFormat {
  if (format === 'json') return minimal
  const offers = 'application/json, with odata.metadata=none, minimal or full'
  return choose(format, accept, asJson, minimal, offers)
}

/** Sees that XML is acceptable; the metadata document is nothing else. */
export function negotiateXml(format: string | undefined, accept: string | undefined): void {
  if (format !== 'xml') choose(format, accept, asXml, true, 'application/xml')
}

function choose<Chosen>(
  format: string | undefined,
  accept: string | undefined,
  read: (type: MediaType) => Chosen | undefined,
  otherwise: Chosen,
  offers: string,
): Chosen {
  const refuse = (found: string, target: string): never => {
    throw new ODataRequestError({
      code: 'odata-not-acceptable',
      status: 406,
      message: `${found} cannot be answered here; ${offers} can.`,
      target,
    })
  }
  if (format !== undefined) {
    const type = /^(?:json|xml|atom)$/.test(format) ? undefined : readMediaType(format)
    if (!type && !/^[a-z]+$/.test(format)) {
      throw new ODataRequestError({
        code: 'odata-format',
        message:
          'The $format is neither json, xml nor a media type such as application/json;odata.metadata=full.',
        target: '$format',
      })
    }
    return (type && read(type)) ?? refuse('The $format', '$format')
  }
  if (accept === undefined || accept.trim() === '') return otherwise
  for (const range of readAccept(accept)) {
    const chosen = read(range)
    if (chosen !== undefined) return chosen
  }
  return refuse('What the Accept header names', 'Accept')
}

const levels: Readonly<Record<string, MetadataLevel>> = { none: 'none', minimal: 'minimal', full: 'full' }

function asJson({ type, parameters }: MediaType): JsonFormat | undefined {
  if (!['application/json', 'application/*', '*/*'].includes(type)) return undefined
  let { level, numbersAsTexts } = minimal
  for (const [name, value] of parameters) {
    switch (name) {
      case 'odata.metadata':
      case 'metadata': {
        const wanted = Object.hasOwn(levels, value) ? levels[value] : undefined
        if (wanted === undefined) return undefined
        level = wanted
        break
      }
      case 'ieee754compatible':
        if (value !== 'true' && value !== 'false') return undefined
        numbersAsTexts = value === 'true'
        break
      case 'charset':
        if (value !== 'utf-8' && value !== 'utf8') return undefined
        break
      case 'q':
      case 'odata.streaming':
      case 'streaming':
        // Whether the answer comes in pieces changes nothing in it.
        break
      default:
        return undefined
    }
  }
  return { level, numbersAsTexts }
}

function asXml({ type }: MediaType): true | undefined {
  return ['application/xml', 'text/xml', 'application/*', '*/*'].includes(type) ? true : undefined
}
