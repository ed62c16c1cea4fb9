/** A media type or range with its parameters, all in small letters. */
export interface MediaType {
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
}

const token = String.raw`[!#$%&'*+.^\`|~\w-]+`
const form = new RegExp(String.raw`^(${token}/${token})((?:[ \t]*;[ \t]*${token}=(?:${token}|"[^"\\,]*"))*)$`)

/** Undefined if the text is no media type. */
export function readMediaType(text: string): MediaType | undefined {
  const found = form.exec(text.trim().toLowerCase())
  if (!found) return undefined
  const [, type = '', rest = ''] = found
  const parameters = rest
    .split(';')
    .slice(1)
    .map((part): [string, string] => {
      const [name = '', value = ''] = part.trim().split('=')
      return [name, value.replaceAll('"', '')]
    })
  return { type, parameters: new Map(parameters) }
}

/** The ranges of an `Accept` header, the most wanted first; what cannot be read is left out. */
export function readAccept(header: string): readonly MediaType[] {
  return header
    .split(',')
    .flatMap((part) => readMediaType(part) ?? [])
    .map((range) => ({ range, weight: weightOf(range) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ range }) => range)
}

function weightOf({ parameters }: MediaType): number {
  const text = parameters.get('q')
  if (text === undefined) return 1
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : 0
}
