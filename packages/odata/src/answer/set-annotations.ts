import { type EntitySet } from '../model/model.js'
import { type PrimitiveProperty, type StructuredType } from '../model/structured-type.js'
import { element, textElement } from './xml.js'

/** What can be done with an entity set, in the words of the Capabilities and Core vocabularies. */
export function setAnnotations({ type, relation }: EntitySet): readonly string[] {
  const isFixed = relation.orderIsFixed === true
  const notFilterable = pathsOf(type, ({ filterable }) => filterable === false)
  const notSortable = isFixed ? [] : pathsOf(type, ({ sortable }) => sortable === false)
  const concurrency = type.concurrency ?? []
  return [
    flag('Capabilities.TopSupported'),
    flag('Capabilities.SkipSupported'),
    record('Capabilities.CountRestrictions', [bool('Countable', true)]),
    record('Capabilities.FilterRestrictions', [
      bool('Filterable', true),
      ...paths('NonFilterableProperties', notFilterable),
    ]),
    record('Capabilities.SortRestrictions', [
      bool('Sortable', !isFixed),
      ...paths('NonSortableProperties', notSortable),
    ]),
    record('Capabilities.InsertRestrictions', [bool('Insertable', false)]),
    record('Capabilities.UpdateRestrictions', [bool('Updatable', false)]),
    record('Capabilities.DeleteRestrictions', [bool('Deletable', false)]),
    ...(concurrency.length === 0
      ? []
      : [element('Annotation', { Term: 'Core.OptimisticConcurrency' }, [pathCollection(concurrency)])]),
  ]
}

/** The paths of the primitive properties that are so, also of those within complex ones. */
function pathsOf(type: StructuredType, isSo: (property: PrimitiveProperty) => boolean): readonly string[] {
  return Object.entries(type.properties).flatMap(([name, property]) => {
    if (property.kind === 'primitive') return isSo(property) ? name : []
    if (property.kind === 'collection') return []
    return pathsOf(property.type, isSo).map((path) => `${name}/${path}`)
  })
}

function flag(term: string): string {
  return element('Annotation', { Term: term, Bool: 'true' })
}

function record(term: string, values: readonly string[]): string {
  return element('Annotation', { Term: term }, [element('Record', {}, values)])
}

function bool(property: string, value: boolean): string {
  return element('PropertyValue', { Property: property, Bool: `${value}` })
}

function paths(property: string, all: readonly string[]): readonly string[] {
  return all.length === 0 ? [] : [element('PropertyValue', { Property: property }, [pathCollection(all)])]
}

function pathCollection(all: readonly string[]): string {
  return element(
    'Collection',
    {},
    all.map((path) => textElement('PropertyPath', path)),
  )
}
