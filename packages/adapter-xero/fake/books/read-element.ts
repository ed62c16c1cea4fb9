/** The members of one element of a request, as Xero reads them: what has the wrong type is as good as absent. */
export type Element = Readonly<Record<string, unknown>>

export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function text(element: Element, name: string): string | undefined {
  const value = element[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function part(element: Element, name: string): Element | undefined {
  const value = element[name]
  return isElement(value) ? value : undefined
}

export function parts(element: Element, name: string): readonly Element[] {
  const value = element[name]
  return Array.isArray(value) ? value.filter(isElement) : []
}

export function date(element: Element, name: string): string | undefined {
  const value = text(element, name)?.slice(0, 10)
  if (value === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  return Number.isNaN(Date.parse(`${value}T00:00:00Z`)) ? undefined : value
}
