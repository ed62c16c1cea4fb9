import { isStructured, navigationOf, propertyOf } from '../model/members.js'
import { type StructuredType } from '../model/structured-type.js'
import { type ExpandOptions, type SelectItem } from '../parse/query-tree.js'
import { quoted, refuseAt } from '../refuse.js'
import { unknownMember } from '../sql/row.js'

/** Which members of a type an answer has. */
export interface Selection {
  /** The structural properties, with what is selected within them; undefined: all, wholly. */
  readonly properties?: ReadonlyMap<string, Selection>
  /** The navigation properties whose links are shown; undefined: all. */
  readonly links?: ReadonlySet<string>
}

export const everything: Selection = {}

interface Choice {
  isWhole: boolean
  readonly properties: Map<string, Choice>
  readonly links: Set<string>
}

/** Reads `$select`; what is not there is refused. */
export function readSelection(
  select: readonly SelectItem[] | undefined,
  type: StructuredType,
  option: string,
): Selection {
  if (select === undefined) return everything
  const root = newChoice()
  for (const item of select) {
    if (item.kind === 'all') root.isWhole = true
    else choose(root, type, item.path, item.position, option)
  }
  return { ...freeze(root), links: root.links }
}

function choose(
  root: Choice,
  type: StructuredType,
  path: readonly string[],
  position: number,
  option: string,
): void {
  let choice = root
  let current: StructuredType | undefined = type
  for (const [at, name] of path.entries()) {
    const isLast = at === path.length - 1
    if (current === undefined) {
      refuseAt(option, position, 'odata-unknown-member', `${quoted(path[at - 1] ?? '')} has no members`)
    }
    if (navigationOf(current, name)) {
      if (isLast) {
        choice.links.add(name)
        return
      }
      const advice = `expand it instead: $expand=${name}($select=${path.slice(at + 1).join('/')})`
      refuseAt(option, position, 'odata-member-use', `${quoted(name)} is a navigation property; ${advice}`)
    }
    const property = propertyOf(current, name)
    if (!property) return refuseAt(option, position, 'odata-unknown-member', unknownMember(current, name))
    const inner: Choice = choice.properties.get(name) ?? newChoice()
    choice.properties.set(name, inner)
    choice = inner
    if (property.kind === 'complex') current = property.type
    else current = property.kind === 'collection' && isStructured(property.items) ? property.items : undefined
  }
  choice.isWhole = true
}

function newChoice(): Choice {
  return { isWhole: false, properties: new Map(), links: new Set() }
}

function freeze({ isWhole, properties }: Choice): Selection {
  if (isWhole) return everything
  return { properties: new Map([...properties].map(([name, choice]) => [name, freeze(choice)])) }
}

/**
 * The list in a context URL of what was selected and expanded (OData 4.0 protocol, 10.7 to 10.10): an expanded
 * property only with options of its own, in parentheses. Undefined if nothing need be said.
 */
export function selectList({ select, expand }: ExpandOptions): readonly string[] | undefined {
  const names = (select ?? []).map((item) => (item.kind === 'all' ? '*' : item.path.join('/')))
  const expanded = (expand ?? []).flatMap(({ path, options }) => {
    const inner = selectList(options)
    const isPlain = options.select === undefined && options.expand === undefined
    return isPlain ? [] : `${path.join('/')}(${(inner ?? []).join(',')})`
  })
  const list = [...new Set([...names, ...expanded])]
  return list.length === 0 ? undefined : list
}
