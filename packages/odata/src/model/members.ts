import { type EnumType, type PrimitiveType } from './primitive-type.js'
import {
  type EntityType,
  type Navigation,
  type PrimitiveItems,
  type PrimitiveProperty,
  type Property,
  type StructuredType,
} from './structured-type.js'

/** What the items of a collection are. */
export type Items = StructuredType | PrimitiveItems

export function isStructured(items: Items): items is StructuredType {
  return 'properties' in items
}

export function propertyOf(type: StructuredType, name: string): Property | undefined {
  return Object.hasOwn(type.properties, name) ? type.properties[name] : undefined
}

export function navigationOf(type: StructuredType, name: string): Navigation | undefined {
  return type.kind === 'entity' && Object.hasOwn(type.navigation, name) ? type.navigation[name] : undefined
}

export function primitiveOf(type: StructuredType, name: string): PrimitiveProperty | undefined {
  const property = propertyOf(type, name)
  return property?.kind === 'primitive' ? property : undefined
}

/** The properties that the names name, which a checked model has. */
export function primitivesOf(type: EntityType, names: readonly string[]): readonly PrimitiveProperty[] {
  return names.flatMap((name) => primitiveOf(type, name) ?? [])
}

/** The primitive property directly of the type that the column holds. */
export function propertyOfColumn(
  items: Items,
  column: string,
): Pick<PrimitiveProperty, 'type' | 'nullable'> | undefined {
  if (!isStructured(items)) return items.column === column ? items : undefined
  return Object.values(items.properties).find(
    (each): each is PrimitiveProperty => each.kind === 'primitive' && each.column === column,
  )
}

/** The names of all that the type has, for messages. */
export function memberNames(type: StructuredType): readonly string[] {
  return [...Object.keys(type.properties), ...(type.kind === 'entity' ? Object.keys(type.navigation) : [])]
}

export function typeName(namespace: string, type: PrimitiveType | EnumType | StructuredType): string {
  return typeof type === 'string' ? type : `${namespace}.${type.name}`
}
