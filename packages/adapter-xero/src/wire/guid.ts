const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const zero = /^[0-]+$/

/** Whether a text is the id of something that was created; elements that failed carry one of zeros only. */
export function isGuid(text: string | undefined): text is string {
  return text !== undefined && guid.test(text) && !zero.test(text)
}

/** Whether an account can be named by a text, in whatever form Xero gives it. */
export function isAccountId(text: string | undefined): text is string {
  return text !== undefined && text !== '' && !zero.test(text)
}
