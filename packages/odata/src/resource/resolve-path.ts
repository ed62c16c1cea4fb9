import { memberNames, navigationOf, propertyOf } from '../model/members.js'
import { type Model } from '../model/model.js'
import { type Relation } from '../model/relation.js'
import { type EntityType, type Property, type StructuredType } from '../model/structured-type.js'
import { type PathSegment } from '../parse/parse-path.js'
import { listOf, quoted, refuseAt } from '../refuse.js'
import { ODataRequestError } from '../request-error.js'
import { columnOf } from '../sql/column-text.js'
import { joinConditions, scopeConditions } from '../sql/join.js'
import { isPresent } from '../sql/row.js'
import { type Sql } from '../sql/sql.js'
import { readKey } from './key.js'
import { type ComplexResource, type EntityResource, extend, type Origin, type Resource } from './resource.js'

export interface PathContext {
  readonly model: Model
  readonly scope: Readonly<Record<string, string>>
  readonly newAlias: () => Sql
}

/**
 * Finds what the segments, of which there is at least one, lead to.
 * @throws ODataRequestError for what the model does not have
 */
export function resolvePath(segments: readonly PathSegment[], context: PathContext): Resource {
  const [first, ...rest] = segments
  const set = context.model.sets.find(({ name }) => name === first?.name)
  if (!first || !set) {
    const names = context.model.sets.map(({ name }) => name)
    return refuseUnknown(
      first?.position ?? 0,
      `there is no entity set ${quoted(first?.name ?? '')}; there is ${listOf(names)}`,
    )
  }
  const alias = context.newAlias()
  const conditions = scopeConditions(set.relation, alias, context.scope)
  const collection = { type: set.type, relation: set.relation, alias, conditions, address: set.name }
  let resource = ofCollection(first, collection, { from: [], where: [] }, context.model.namespace)
  for (const segment of rest) resource = follow(resource, segment, context)
  return resource
}

interface Entities {
  readonly type: EntityType
  readonly relation: Relation
  readonly alias: Sql
  readonly conditions: readonly Sql[]
  readonly address: string
}

function ofCollection(segment: PathSegment, entities: Entities, origin: Origin, namespace: string): Resource {
  const { type, relation, alias, conditions, address } = entities
  if (!segment.key) {
    return {
      kind: 'entities',
      items: type,
      row: { alias, items: type },
      relation,
      conditions,
      address,
      origin,
    }
  }
  const key = readKey(segment, segment.key, type, alias, namespace)
  return {
    kind: 'entity',
    type,
    alias,
    address: address + key.address,
    collection: address,
    origin: extend(origin, relation, alias, [...conditions, ...key.conditions]),
    guards: [],
  }
}

function follow(resource: Resource, segment: PathSegment, context: PathContext): Resource {
  const { position, name } = segment
  if (resource.kind === 'entities') {
    return refuseUnknown(
      position,
      `${quoted(name)} cannot follow a collection; choose one of its entities by its key first`,
    )
  }
  if (resource.kind === 'values' || resource.kind === 'primitive') {
    return refuseUnknown(
      position,
      `${quoted(name)} cannot follow ${resource.address}, whose values have no address`,
    )
  }
  const navigation = navigationOf(resource.type, name)
  const property = propertyOf(resource.type, name)
  const { alias } = resource
  const address = `${resource.address}/${name}`
  const origin = through(resource)
  if (navigation?.many === true) {
    const { target, relation } = navigation
    const inner = context.newAlias()
    const conditions = joinConditions(relation, inner, alias)
    const entities = { type: target, relation, alias: inner, conditions, address }
    return ofCollection(segment, entities, origin, context.model.namespace)
  }
  if (!navigation && !property) return refuseUnknown(position, unknown(resource.type, name))
  if (segment.key) {
    return refuseAt(
      'path',
      position,
      'odata-key',
      `${quoted(name)} is no collection of entities and takes no key`,
    )
  }
  if (navigation) {
    const guards = guardsOf(navigation.presence, alias)
    return { kind: 'entity', type: navigation.target, alias, address, origin, guards }
  }
  return property
    ? ofProperty(property, alias, address, origin, context)
    : refuseUnknown(position, unknown(resource.type, name))
}

function ofProperty(
  property: Property,
  alias: Sql,
  address: string,
  origin: Origin,
  context: PathContext,
): Resource {
  switch (property.kind) {
    case 'primitive':
      return { kind: 'primitive', property, alias, address, origin }
    case 'complex':
      return {
        kind: 'complex',
        type: property.type,
        alias,
        address,
        origin,
        guards: guardsOf(property.presence, alias),
      }
    default: {
      const { items, relation } = property
      const inner = context.newAlias()
      const conditions = joinConditions(relation, inner, alias)
      return { kind: 'values', items, row: { alias: inner, items }, relation, conditions, address, origin }
    }
  }
}

/** What lies behind a value that is absent does not exist. */
function through({ origin, guards }: EntityResource | ComplexResource): Origin {
  return { from: origin.from, where: [...origin.where, ...guards] }
}

function guardsOf(presence: string | undefined, alias: Sql): readonly Sql[] {
  return presence === undefined ? [] : [isPresent(columnOf(alias, presence))]
}

function unknown(type: StructuredType, name: string): string {
  return `${type.name} has no ${quoted(name)}; it has ${listOf(memberNames(type))}`
}

function refuseUnknown(position: number, sentence: string): never {
  throw new ODataRequestError({
    code: 'odata-unknown-resource',
    status: 404,
    message: `path, position ${position}: ${sentence}.`,
    target: 'path',
  })
}
