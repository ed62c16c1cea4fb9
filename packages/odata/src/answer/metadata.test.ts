import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { library } from '../library/library-model.test-support.js'
import { defineModel } from '../model/define-model.js'
import { metadataDocument } from './metadata.js'

interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

type Parsed = Readonly<Record<string, unknown>> & { readonly ':@'?: Readonly<Record<string, string>> }

function read(document: string): XmlElement {
  expect(XMLValidator.validate(document)).toBe(true)
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
  })
  const [root] = (parser.parse(document) as readonly Parsed[]).map(elementOf)
  if (!root) throw new Error('The document has no element')
  return root
}

function elementOf(parsed: Parsed): XmlElement {
  const name = Object.keys(parsed).find((each) => each !== ':@') ?? ''
  const content = parsed[name] as readonly Parsed[]
  return {
    name,
    attributes: parsed[':@'] ?? {},
    children: content.filter((each) => !('#text' in each)).map(elementOf),
    text: content.map(({ '#text': text }) => (typeof text === 'string' ? text : '')).join(''),
  }
}

const all = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
const named = (element: XmlElement, name: string, own: string): XmlElement => {
  const found = all(element, name).find(({ attributes }) => attributes.Name === own)
  if (!found) throw new Error(`There is no ${name} ${own}`)
  return found
}

/** What CSDL 4.0 lets stand in each element that is written: children in this order, and attributes (CSDL 4.0, 3 to 14). */
const grammar: Readonly<
  Record<
    string,
    readonly [children: readonly string[], attributes: readonly string[], required: readonly string[]]
  >
> = {
  'edmx:Edmx': [['edmx:Reference', 'edmx:DataServices'], ['Version', 'xmlns:edmx'], ['Version']],
  'edmx:Reference': [['edmx:Include'], ['Uri'], ['Uri']],
  'edmx:Include': [[], ['Namespace', 'Alias'], ['Namespace']],
  'edmx:DataServices': [['Schema'], [], []],
  Schema: [
    ['EnumType', 'EntityType', 'ComplexType', 'EntityContainer'],
    ['Namespace', 'xmlns'],
    ['Namespace'],
  ],
  EnumType: [['Member'], ['Name'], ['Name']],
  Member: [[], ['Name', 'Value'], ['Name']],
  EntityType: [['Key', 'Property', 'NavigationProperty'], ['Name'], ['Name']],
  ComplexType: [['Property'], ['Name'], ['Name']],
  Key: [['PropertyRef'], [], []],
  PropertyRef: [[], ['Name'], ['Name']],
  Property: [[], ['Name', 'Type', 'Nullable', 'Scale', 'Precision'], ['Name', 'Type']],
  NavigationProperty: [[], ['Name', 'Type', 'Nullable', 'ContainsTarget'], ['Name', 'Type']],
  EntityContainer: [['EntitySet'], ['Name'], ['Name']],
  EntitySet: [['Annotation'], ['Name', 'EntityType'], ['Name', 'EntityType']],
  Annotation: [['Collection', 'Record'], ['Term', 'Bool'], ['Term']],
  Record: [['PropertyValue'], [], []],
  PropertyValue: [['Collection'], ['Property', 'Bool'], ['Property']],
  Collection: [['PropertyPath'], [], []],
  PropertyPath: [[], [], []],
}

function problemsOf({ name, attributes, children }: XmlElement): readonly string[] {
  const [allowed, possible, required] = grammar[name] ?? [[], [], [`(${name} is unknown)`]]
  const other = children
    .filter((child) => !allowed.includes(child.name))
    .map((child) => `${child.name} in ${name}`)
  const odd = Object.keys(attributes)
    .filter((each) => !possible.includes(each))
    .map((each) => `${name}/@${each}`)
  const missing = required.filter((each) => !(each in attributes)).map((each) => `${name} without ${each}`)
  return [...other, ...odd, ...missing, ...children.flatMap(problemsOf)]
}

const document = metadataDocument(library)
const root = read(document)

describe('the metadata document', () => {
  it('is made of what CSDL knows', () => {
    expect(problemsOf(root)).toEqual([])
    expect(root.attributes).toEqual({
      Version: '4.0',
      'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx',
    })
    expect(all(root, 'Schema').map(({ attributes }) => attributes)).toEqual([
      { Namespace: 'Town.Library', xmlns: 'http://docs.oasis-open.org/odata/ns/edm' },
    ])
  })

  it('names each type once, and no type that it lacks', () => {
    const types = ['EnumType', 'ComplexType', 'EntityType'].flatMap((kind) =>
      all(root, kind).map(({ attributes }) => `Town.Library.${attributes.Name}`),
    )
    expect(types.toSorted()).toEqual(
      ['Binding', 'Book', 'Box', 'Loan', 'Note', 'Publisher', 'Review', 'Size', 'Visit'].map(
        (each) => `Town.Library.${each}`,
      ),
    )
    const used = ['Property', 'NavigationProperty', 'EntitySet'].flatMap((kind) =>
      all(root, kind).map(({ attributes }) =>
        (attributes.Type ?? attributes.EntityType ?? '').replace(/^Collection\((.*)\)$/, '$1'),
      ),
    )
    for (const type of used) expect(type.startsWith('Edm.') || types.includes(type)).toBe(true)
  })

  it('has keys that are properties which are never null', () => {
    for (const type of all(root, 'EntityType')) {
      for (const { attributes } of all(type, 'PropertyRef')) {
        expect(named(type, 'Property', attributes.Name ?? '').attributes).toMatchObject({ Nullable: 'false' })
      }
    }
    expect(
      all(named(root, 'EntityType', 'Note'), 'PropertyRef').map(({ attributes }) => attributes.Name),
    ).toEqual(['Day', 'Line'])
    expect(all(named(root, 'EntityType', 'Publisher'), 'Key')).toEqual([])
  })

  it.each([
    ['Id', { Type: 'Edm.String', Nullable: 'false' }],
    ['Price', { Type: 'Edm.Decimal', Scale: 'variable' }],
    ['Bought', { Type: 'Edm.DateTimeOffset', Nullable: 'false', Precision: '3' }],
    ['Rebinding', { Type: 'Town.Library.Binding' }],
    ['Size', { Type: 'Town.Library.Size' }],
    ['Tags', { Type: 'Collection(Edm.String)', Nullable: 'false' }],
    ['Reviews', { Type: 'Collection(Town.Library.Review)', Nullable: 'false' }],
  ])('describes %s', (name, attributes) => {
    expect(named(named(root, 'EntityType', 'Book'), 'Property', name).attributes).toEqual({
      Name: name,
      ...attributes,
    })
  })

  it('says that what is contained is', () => {
    const navigation = all(named(root, 'EntityType', 'Book'), 'NavigationProperty').map(
      ({ attributes }) => attributes,
    )
    expect(navigation).toEqual([
      { Name: 'Publisher', Type: 'Town.Library.Publisher', ContainsTarget: 'true' },
      { Name: 'Loans', Type: 'Collection(Town.Library.Loan)', ContainsTarget: 'true' },
    ])
    expect(named(root, 'ComplexType', 'Size').children.at(-1)?.attributes).toEqual({
      Name: 'Box',
      Type: 'Town.Library.Box',
      Nullable: 'false',
    })
  })

  it('says what can be filtered and sorted, and what the concurrency check is', () => {
    const annotation = (set: string, term: string): XmlElement | undefined =>
      named(root, 'EntitySet', set).children.find(({ attributes }) => attributes.Term === term)
    const pathsOf = (term: string): readonly string[] => {
      const found = annotation('Books', term)
      return found ? all(found, 'PropertyPath').map(({ text }) => text) : []
    }
    expect(annotation('Books', 'Capabilities.TopSupported')?.attributes).toMatchObject({ Bool: 'true' })
    expect(pathsOf('Capabilities.FilterRestrictions')).toEqual(['Remark'])
    expect(pathsOf('Capabilities.SortRestrictions')).toEqual(['Remark'])
    expect(pathsOf('Core.OptimisticConcurrency')).toEqual(['Title'])
    expect(annotation('Visits', 'Core.OptimisticConcurrency')).toBeUndefined()
    const sortable = (set: string): unknown =>
      annotation(set, 'Capabilities.SortRestrictions')?.children[0]?.children[0]?.attributes
    expect(sortable('Books')).toEqual({ Property: 'Sortable', Bool: 'true' })
    expect(sortable('Visits')).toEqual({ Property: 'Sortable', Bool: 'false' })
  })

  it('lists the members of enumerations as they were defined', () => {
    expect(named(root, 'EnumType', 'Binding').children.map(({ attributes }) => attributes)).toEqual([
      { Name: 'Paper', Value: '1' },
      { Name: 'Cloth', Value: '0' },
      { Name: 'Audio', Value: '7' },
    ])
  })

  it('ends where a type contains its own kind', () => {
    const [set] = library.sets
    if (!set) throw new Error('There is no set')
    const navigation: Record<string, (typeof set.type.navigation)[string]> = {}
    const type = { ...set.type, navigation }
    navigation.Parts = {
      kind: 'contained',
      target: type,
      many: true,
      relation: { ...set.relation, joins: { part: 'id' } },
    }
    const model = defineModel({ ...library, sets: [{ ...set, type }] })
    expect(all(read(metadataDocument(model)), 'EntityType')).toHaveLength(1)
  })
})
