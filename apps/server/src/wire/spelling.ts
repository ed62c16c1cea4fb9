/** Names that were met, few and always the same unless somebody plays tricks. */
const camelCased = new Map<string, string>()
const mostNames = 1000

/** `netAmount` for `NetAmount`. */
function camelCase(name: string): string {
  const known = camelCased.get(name)
  if (known !== undefined) return known
  const made = name.charAt(0).toLowerCase() + name.slice(1)
  if (camelCased.size < mostNames && name.length <= 40) camelCased.set(name, made)
  return made
}

/** `NetAmount` for `netAmount`, `CreditNote` for `credit-note`. */
export function pascalCase(name: string): string {
  return name.split('-').map(capitalised).join('')
}

/** `Items[2].NetAmount` for `items[2].netAmount`. */
export function wirePath(path: string): string {
  return path.split('.').map(capitalised).join('.')
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** `Maps[0].MapItems` for the path that a schema reports. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}

/** Nothing on the wire nests deeper; whatever does is left to be refused as it is. */
const deepest = 16

/** The same value with all member names in camelCase. */
export function withCamelCaseNames(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (Array.isArray(value)) return value.map((element) => withCamelCaseNames(element, depth + 1))
  const renamed: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__') continue
    // Most members are texts, which a call each would cost more than they are worth.
    renamed[camelCase(name)] = typeof member === 'string' ? member : withCamelCaseNames(member, depth + 1)
  }
  return renamed
}
