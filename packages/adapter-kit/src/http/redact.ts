const secretName =
  /authori[sz]ation|token|secret|password|passwd|cookie|api[-_]?key|code[-_]?verifier|^code$|credential|signature/i
const mask = '[redacted]'
const maximumDepth = 8

/** A copy without secrets, for logs: by the members' names, and inside texts by their form. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= maximumDepth) return '[too deep]'
  if (Array.isArray(value)) return value.map((element) => redact(element, depth + 1))
  if (value instanceof Headers) return redact(Object.fromEntries(value), depth)
  if (value instanceof Error) return { name: value.name, message: redactText(value.message) }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      secretName.test(name) && member !== null && member !== undefined ? mask : redact(member, depth + 1),
    ]),
  )
}

/** Masks bearer and basic credentials, JSON web tokens, and the values of secret parameters or members. */
export function redactText(text: string): string {
  return text
    .replaceAll(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, `$1 ${mask}`)
    .replaceAll(/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, mask)
    .replaceAll(
      /(["']?\b(?:access_token|refresh_token|id_token|client_secret|code_verifier|code|password|api_key)["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^&\s,;}]+)/gi,
      `$1${mask}`,
    )
}
