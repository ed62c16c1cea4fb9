import { ODataRequestError } from './request-error.js'

/** @throws ODataRequestError if the client understands nothing that OData 4.0 services say */
export function refuseOldVersion(maxVersion: string | undefined): void {
  if (maxVersion === undefined) return
  const [, major = '0'] = /^\s*(\d{1,9})\.\d{1,9}\s*$/.exec(maxVersion) ?? []
  if (Number(major) >= 4) return
  throw new ODataRequestError({
    code: 'odata-version',
    message: 'This service speaks OData 4.0, and the OData-MaxVersion header names none that includes it.',
    target: 'OData-MaxVersion',
  })
}

/** The largest page that the client wants, and how it called that. */
export interface PageSizePreference {
  readonly name: string
  readonly size: number
}

/** Reads `Prefer` (RFC 7240); a preference that cannot be understood is none. */
export function readPageSize(prefer: string | undefined): PageSizePreference | undefined {
  for (const preference of (prefer ?? '').split(',')) {
    const [, name, text] =
      /^\s*((?:odata\.)?maxpagesize)\s*=\s*"?(\d{1,9})"?\s*(?:;|$)/i.exec(preference) ?? []
    const size = Number(text)
    if (name !== undefined && size > 0) return { name: name.toLowerCase(), size }
  }
  return undefined
}
