import { ModelCheck } from './model-check.js'
import { isStructured, type Items, primitiveOf, propertyOfColumn } from './members.js'
import { type Model } from './model.js'
import { type Relation } from './relation.js'
import {
  type CollectionProperty,
  type EntityType,
  type Navigation,
  type Property,
  type StructuredType,
} from './structured-type.js'

/** An answer reads a row through a function of the database that takes at most 100 arguments. */
const mostLeaves = 90

/**
 * Checks a model once, so that no request can meet a fault of it. Whether its tables and columns exist is for the
 * database to say.
 * @returns the model itself
 * @throws RangeError that names the fault
 */
export function defineModel(model: Model): Model {
  const check: ModelCheck = new ModelCheck()
  for (const part of model.namespace.split('.')) check.name(part, `the namespace ${model.namespace}`)
  check.name(model.container, `the container ${model.container}`)
  const names = new Set<string>()
  for (const set of model.sets) {
    const place = `the entity set ${set.name}`
    check.name(set.name, place)
    check.expect(!names.has(set.name), place, 'stands in it twice')
    names.add(set.name)
    check.expect(set.type.key.length > 0, place, `is of ${set.type.name}, which has no key`)
    checkType(check, set.type, [])
    checkRelation(check, set.relation, place, set.type)
  }
  check.expect(names.size > 0, 'it', 'has no entity set')
  return model
}

/** @param around the types that a value of this type is a part of */
function checkType(check: ModelCheck, type: StructuredType, around: readonly StructuredType[]): void {
  const place = `the type ${type.name}`
  check.expect(!around.includes(type), place, 'is a part of itself')
  if (!check.isNew(type)) return
  const leaves = countLeaves(type)
  check.expect(
    leaves < mostLeaves,
    place,
    `has ${leaves} leaves, and fewer than ${mostLeaves} can be read at once`,
  )
  check.expect(Object.keys(type.properties).length > 0, place, 'has no property')
  for (const [name, property] of Object.entries(type.properties)) {
    check.name(name, `${place}, property ${name},`)
    checkProperty(check, property, `${place}, property ${name},`, [...around, type])
  }
  if (type.kind === 'entity') checkEntity(check, type, place)
}

function checkEntity(check: ModelCheck, type: EntityType, place: string): void {
  for (const name of type.key) {
    const property = primitiveOf(type, name)
    check.expect(property !== undefined, place, `has the key ${name}, which is no primitive property of it`)
    check.expect(property.nullable !== true, place, `has the key ${name}, which is nullable`)
    check.expect(property.type !== 'Edm.DateTimeOffset', place, `has the key ${name}, which is a moment`)
  }
  check.expect(new Set(type.key).size === type.key.length, place, 'has the same key twice')
  for (const name of [...(type.etag ?? []), ...(type.concurrency ?? [])]) {
    const found = primitiveOf(type, name)
    check.expect(
      found !== undefined,
      place,
      `names ${name} for its ETag, which is no primitive property of it`,
    )
  }
  for (const [name, navigation] of Object.entries(type.navigation)) {
    const where = `${place}, navigation property ${name},`
    check.name(name, where)
    check.expect(!Object.hasOwn(type.properties, name), where, 'has the name of a property')
    checkNavigation(check, navigation, where)
  }
}

function checkNavigation(check: ModelCheck, navigation: Navigation, place: string): void {
  const { target } = navigation
  // Entities within entities are read only as deep as a request asks, so a type may contain its own kind.
  checkType(check, target, [])
  if (!navigation.many) {
    if (navigation.presence !== undefined) check.identifier(navigation.presence, place)
    return
  }
  check.expect(target.key.length > 0, place, `leads to many of ${target.name}, which has no key`)
  checkInner(check, navigation.relation, place, target)
}

function checkProperty(
  check: ModelCheck,
  property: Property,
  place: string,
  around: readonly StructuredType[],
): void {
  switch (property.kind) {
    case 'primitive': {
      check.identifier(property.column, place)
      if (typeof property.type === 'object') check.enumeration(property.type)
      if (property.localColumn === undefined) return
      check.identifier(property.localColumn, place)
      check.expect(property.type === 'Edm.DateTimeOffset', place, 'has a local column but is not a moment')
      return
    }
    case 'complex':
      if (property.presence !== undefined) check.identifier(property.presence, place)
      checkType(check, property.type, around)
      return
    case 'collection':
      checkCollection(check, property, place, around)
  }
}

function checkCollection(
  check: ModelCheck,
  { items, relation }: CollectionProperty,
  place: string,
  around: readonly StructuredType[],
): void {
  checkInner(check, relation, place, items)
  if (isStructured(items)) {
    checkType(check, items, around)
    return
  }
  check.identifier(items.column, place)
  if (typeof items.type === 'object') check.enumeration(items.type)
}

function checkInner(check: ModelCheck, relation: Relation, place: string, items: Items): void {
  check.expect(Object.keys(relation.joins).length > 0, place, 'is joined to its owner by no column')
  for (const column of Object.values(relation.joins)) check.identifier(column, place)
  checkRelation(check, relation, place, items)
}

function checkRelation(check: ModelCheck, relation: Relation, place: string, items: Items): void {
  check.identifier(relation.name, place)
  for (const column of Object.keys(relation.joins)) check.identifier(column, place)
  check.expect(relation.order.length > 0, place, 'has no order')
  const columns = relation.order.map(({ column }) => column)
  check.expect(new Set(columns).size === columns.length, place, 'is ordered by a column twice')
  for (const { column, type } of relation.order) {
    check.identifier(column, place)
    const property = propertyOfColumn(items, column)
    check.expect(
      property !== undefined || type !== undefined,
      place,
      `is ordered by ${column}, which is the column of no property directly of it: say its type in the order`,
    )
    check.expect(property?.nullable !== true, place, `is ordered by ${column}, which is nullable`)
  }
}

function countLeaves(type: StructuredType, around: readonly StructuredType[] = []): number {
  let leaves = type.kind === 'entity' ? Object.keys(type.navigation).length : 0
  for (const property of Object.values(type.properties)) {
    // A type that is a part of itself is refused where it is checked.
    const isNested = property.kind === 'complex' && !around.includes(property.type)
    leaves += isNested ? countLeaves(property.type, [...around, property.type]) : 1
  }
  return leaves
}
