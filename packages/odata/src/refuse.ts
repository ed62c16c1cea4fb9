import { ODataRequestError, type ODataRequestErrorCode } from './request-error.js'

/** Refuses what stands at a position of a query option; the sentence comes without its full stop. */
export function refuseAt(
  option: string,
  position: number,
  code: ODataRequestErrorCode,
  sentence: string,
): never {
  throw new ODataRequestError({
    code,
    message: `${option}, position ${position}: ${sentence}.`,
    target: option,
  })
}

/** Names as a sentence has them, not endlessly many. */
export function listOf(names: readonly string[]): string {
  if (names.length === 0) return 'nothing'
  const most = 40
  return names.length <= most
    ? names.join(', ')
    : `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}

/** A text of the request within quotes, short enough for a message. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}
