/** What fast-xml-parser makes of an element: its children by name, its attributes by `@_name`. */
type Node = Readonly<Record<string, unknown>>

interface Member {
  readonly type: string
  readonly isRepeated: boolean
}

/** Intuit's schemas, as far as JSON can be held against them: names, words of enumerations, numbers, dates, lists. */
export interface Schema {
  /** What a JSON value of a type has that the schemas do not; nothing if all is well. */
  problems(type: string, value: unknown, path: string): string[]
}

export function readSchema(parsed: readonly Node[]): Schema {
  const schemas = parsed.flatMap((document) => childrenOf(document, 'xs:schema'))
  const complex = new Map(
    schemas.flatMap((each) => childrenOf(each, 'xs:complexType')).map((type) => [textOf(type, 'name'), type]),
  )
  const simple = new Map(
    schemas.flatMap((each) => childrenOf(each, 'xs:simpleType')).map((type) => [textOf(type, 'name'), type]),
  )

  /** The members of a type, those of the types it extends included; attributes are members like others in JSON. */
  function membersOf(name: string): Map<string, Member> {
    const members = new Map<string, Member>()
    const type = complex.get(name)
    if (!type) return members
    for (const base of deepChildrenOf(type, 'xs:extension'))
      for (const [member, known] of membersOf(localName(textOf(base, 'base')))) members.set(member, known)
    for (const element of deepChildrenOf(type, 'xs:element'))
      members.set(textOf(element, 'name') || localName(textOf(element, 'ref')), {
        type: localName(textOf(element, 'type')),
        isRepeated: (textOf(element, 'maxOccurs') || '1') !== '1',
      })
    for (const attribute of deepChildrenOf(type, 'xs:attribute'))
      members.set(textOf(attribute, 'name'), {
        type: localName(textOf(attribute, 'type')),
        isRepeated: false,
      })
    return members
  }

  function problems(type: string, value: unknown, path: string): string[] {
    if (type === 'ReferenceType') return referenceProblems(value, path)
    if (complex.has(type) && typeof value === 'object' && value !== null) {
      const members = membersOf(type)
      return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
        const member = members.get(name)
        if (!member) return name === 'domain' ? [] : [`${path}.${name} is not in the schema`]
        if (!Array.isArray(each)) return problems(member.type, each, `${path}.${name}`)
        if (!member.isRepeated) return [`${path}.${name} is a list and must not be`]
        return each.flatMap((one, index) => problems(member.type, one, `${path}.${name}[${index}]`))
      })
    }
    return simpleProblems(type, value, path)
  }

  function simpleProblems(type: string, value: unknown, path: string): string[] {
    const words = deepChildrenOf(simple.get(type) ?? {}, 'xs:enumeration').map((each) =>
      textOf(each, 'value'),
    )
    if (words.length > 0)
      return words.includes(String(value))
        ? []
        : [`${path} is '${String(value)}', which is none of its words`]
    const holds =
      type === 'decimal'
        ? typeof value === 'number'
        : type === 'boolean'
          ? typeof value === 'boolean'
          : type === 'date'
            ? /^\d{4}-\d{2}-\d{2}$/.test(String(value))
            : type !== 'string' || typeof value === 'string'
    return holds ? [] : [`${path} is no ${type}: ${JSON.stringify(value)}`]
  }

  return { problems }
}

/** In JSON the text of a reference is its member `value`. */
function referenceProblems(value: unknown, path: string): string[] {
  const isReference =
    typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string'
  return isReference ? [] : [`${path} is no reference`]
}

function localName(name: string): string {
  return name.replace(/^.*:/, '')
}

function textOf(node: Node, attribute: string): string {
  const value = node[`@_${attribute}`]
  return typeof value === 'string' ? value : Array.isArray(value) ? String(value[0]) : ''
}

function childrenOf(node: Node, name: string): Node[] {
  const children = node[name]
  return Array.isArray(children)
    ? children.filter((each): each is Node => typeof each === 'object' && each !== null)
    : []
}

/** Wherever they stand below the node. */
function deepChildrenOf(node: Node, name: string): Node[] {
  return Object.entries(node).flatMap(([key, children]) => {
    if (!Array.isArray(children)) return []
    const nodes = children.filter((each): each is Node => typeof each === 'object' && each !== null)
    return [...(key === name ? nodes : []), ...nodes.flatMap((each) => deepChildrenOf(each, name))]
  })
}
