const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const zero = /^[0-]+$/

/** Whether a text is an id; elements that failed carry one of zeros only. */
export function isGuid(text: string | undefined): text is string {
  return text !== undefined && guid.test(text) && !zero.test(text)
}
