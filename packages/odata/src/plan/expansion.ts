import { navigationOf, propertyOf } from '../model/members.js'
import { type Navigation, type StructuredType } from '../model/structured-type.js'
import { type ExpandItem, type ExpandOptions } from '../parse/query-tree.js'
import { listOf, quoted, refuseAt } from '../refuse.js'

/** A navigation property that is expanded. */
export interface Expansion {
  readonly name: string
  readonly options: ExpandOptions
}

/** Reads `$expand`; what is not there, or makes no sense, is refused. */
export function readExpansions(
  expand: readonly ExpandItem[] | undefined,
  type: StructuredType,
): readonly Expansion[] {
  const seen = new Set<string>()
  return (expand ?? []).map(({ path, options, position }) => {
    const [name = '', ...rest] = path
    const navigation = navigationOf(type, name)
    if (!navigation) return refuseAt('$expand', position, 'odata-unknown-member', notExpandable(type, name))
    if (rest.length > 0) {
      const advice = `expand within it instead: ${name}($expand=${rest.join('/')})`
      return refuseAt('$expand', position, 'odata-member-use', `a path cannot be expanded; ${advice}`)
    }
    if (seen.has(name)) refuseAt('$expand', position, 'odata-member-use', `${quoted(name)} is expanded twice`)
    seen.add(name)
    refuseOptionsOfOne(navigation, name, options, position)
    return { name, options }
  })
}

function notExpandable(type: StructuredType, name: string): string {
  const names = type.kind === 'entity' ? Object.keys(type.navigation) : []
  const isProperty = propertyOf(type, name) !== undefined
  const what = isProperty
    ? `${quoted(name)} of ${type.name} cannot be expanded`
    : `${type.name} has no ${quoted(name)}`
  return `${what}; what can be is ${listOf(names)}`
}

function refuseOptionsOfOne(
  { many }: Navigation,
  name: string,
  { filter, orderby, top, skip, count }: ExpandOptions,
  position: number,
): void {
  const isPlain = [filter, orderby, top, skip, count].every((each) => each === undefined)
  if (many || isPlain) return
  const sentence = `${quoted(name)} is one entity, so it takes $select and $expand and nothing else`
  refuseAt('$expand', position, 'odata-option', sentence)
}
