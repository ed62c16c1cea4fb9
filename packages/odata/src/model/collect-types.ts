import { type Model } from './model.js'
import { type EnumType, type PrimitiveType } from './primitive-type.js'
import { type StructuredType } from './structured-type.js'
import { isStructured } from './members.js'

export interface ModelTypes {
  readonly enumerations: readonly EnumType[]
  readonly structures: readonly StructuredType[]
}

/** All types that a model's sets are made of, each once, in the order in which they are met. */
export function collectTypes({ sets }: Model): ModelTypes {
  const enumerations = new Set<EnumType>()
  const structures = new Set<StructuredType>()
  const noteValue = (type: PrimitiveType | EnumType): void => {
    if (typeof type === 'object') enumerations.add(type)
  }
  const note = (type: StructuredType): void => {
    if (structures.has(type)) return
    structures.add(type)
    for (const property of Object.values(type.properties)) {
      if (property.kind === 'primitive') noteValue(property.type)
      else if (property.kind === 'complex') note(property.type)
      else if (isStructured(property.items)) note(property.items)
      else noteValue(property.items.type)
    }
    if (type.kind === 'entity') for (const { target } of Object.values(type.navigation)) note(target)
  }
  for (const { type } of sets) note(type)
  return { enumerations: [...enumerations], structures: [...structures] }
}
