/** One setting that a ledger asks for when it is linked. */
export interface SettingField {
  readonly name: string
  readonly kind: 'text' | 'secret' | 'number' | 'boolean' | 'choice' | 'list'
  /** Whether linking does not work without it. */
  readonly isRequired: boolean
  /** What the ledger takes if nothing is entered. */
  readonly byDefault: string | null
  /** For a choice. */
  readonly options: readonly string[]
  /** For a list: what each entry consists of. */
  readonly entry: readonly SettingField[]
}

/**
 * Reads the JSON Schema of an adapter's settings, as far as a form can show it. What cannot be shown is left out when the
 * ledger does without it.
 * @throws RangeError for something that is needed and that no form here can ask for
 */
export function settingFields(schema: unknown): readonly SettingField[] {
  const { properties, required } = record(schema)
  const needed = Array.isArray(required) ? required : []
  return Object.entries(record(properties)).flatMap(([name, property]) => {
    const shape = record(property)
    const isRequired = needed.includes(name) && shape['default'] === undefined
    const field = fieldOf(name, shape, isRequired)
    if (field === null && isRequired) throw new RangeError(`The setting ${name} cannot be asked for here.`)
    return field === null ? [] : [field]
  })
}

function fieldOf(name: string, shape: Shape, isRequired: boolean): SettingField | null {
  const { type, default: byDefault } = shape
  const field = {
    name,
    isRequired,
    byDefault: ['string', 'number', 'boolean'].includes(typeof byDefault) ? String(byDefault) : null,
    options: [],
    entry: [],
  }
  const options = shape['enum']
  if (Array.isArray(options)) return { ...field, kind: 'choice', options: options.map(String) }
  if (type === 'boolean') return { ...field, kind: 'boolean' }
  if (type === 'integer' || type === 'number') return { ...field, kind: 'number' }
  if (type === 'string') return { ...field, kind: /password|secret|token/i.test(name) ? 'secret' : 'text' }
  if (type !== 'array') return null
  const items = record(shape['items'])
  return items['type'] === 'object' ? { ...field, kind: 'list', entry: settingFields(items) } : null
}

/** What was entered, by the names of the settings. */
export type Entered = Readonly<Record<string, EnteredValue>>
export type EnteredValue = string | boolean | readonly Entered[]

/** The settings to link with: without what was left empty, and numbers as numbers. */
export function settingsOf(fields: readonly SettingField[], entered: Entered): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = entered[field.name]
      if (value === undefined || value === '') return []
      if (typeof value === 'object') {
        const entries = value.map((entry) => settingsOf(field.entry, entry))
        return entries.length === 0 ? [] : [[field.name, entries]]
      }
      return [[field.name, field.kind === 'number' ? Number(value) : value]]
    }),
  )
}

/** The names of what is needed and was not entered. */
export function missingFields(fields: readonly SettingField[], entered: Entered): readonly string[] {
  return fields
    .filter(({ name, isRequired }) => isRequired && (entered[name] === undefined || entered[name] === ''))
    .map(({ name }) => name)
}

/** `contactName` as people read it: `Contact name`. */
export function spokenName(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

type Shape = Readonly<Record<string, unknown>>

function record(value: unknown): Shape {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
