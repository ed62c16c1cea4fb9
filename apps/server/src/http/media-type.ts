import { Refusal } from './problem.js'

/** The media type of a Content-Type header without parameters, in lower case. */
export function mediaType(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Refuses bodies of other media types, or in another charset than UTF-8. */
export function requireMediaType(header: string | undefined, allowed: readonly string[]): string {
  const type = mediaType(header)
  const charset = /;\s*charset="?([^";\s]+)/i.exec(header ?? '')?.[1]?.toLowerCase() ?? 'utf-8'
  if (allowed.includes(type) && (charset === 'utf-8' || charset === 'utf8' || charset === 'us-ascii'))
    return type
  const given =
    header === undefined ? 'The body has no Content-Type.' : `The body is '${header.slice(0, 100)}'.`
  throw new Refusal('unsupported-media-type', `${given} Send ${allowed.join(' or ')} in UTF-8.`)
}
