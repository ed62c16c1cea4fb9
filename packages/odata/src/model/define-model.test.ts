import { describe, expect, it } from 'vitest'
import { defineModel } from './define-model.js'
import { type Model } from './model.js'
import { type EnumType } from './primitive-type.js'
import { type Relation } from './relation.js'
import { type ComplexType, type EntityType, type Property } from './structured-type.js'

const id: Property = { kind: 'primitive', type: 'Edm.String', column: 'id' }
const note: Property = { kind: 'primitive', type: 'Edm.String', column: 'note', nullable: true }
const relation: Relation = {
  name: 'things',
  joins: { owner: 'owner' },
  order: [{ column: 'id', direction: 'asc' }],
}
const thing: EntityType = {
  kind: 'entity',
  name: 'Thing',
  key: ['Id'],
  properties: { Id: id, Note: note },
  navigation: {},
}
const kind: EnumType = { kind: 'enum', name: 'Kind', members: { Large: 0, Small: 1 } }
const place: ComplexType = { kind: 'complex', name: 'Place', properties: { Note: note } }

function modelOf(type: Partial<EntityType>, own: Partial<Relation> = {}): Model {
  return {
    namespace: 'Some.Things',
    container: 'Service',
    sets: [{ name: 'Things', type: { ...thing, ...type }, relation: { ...relation, ...own } }],
  }
}

const withProperty = (property: Property): Model => modelOf({ properties: { Id: id, Own: property } })

it('a model that can be used is handed back as it is', () => {
  const parts: EntityType = { ...thing, name: 'Part', navigation: {} }
  const model = modelOf({
    etag: ['Note'],
    concurrency: ['Id'],
    properties: {
      Id: id,
      Note: note,
      Kind: { kind: 'primitive', type: kind, column: 'kind' },
      Place: { kind: 'complex', type: place, presence: 'note' },
      Tags: {
        kind: 'collection',
        items: { type: 'Edm.String', column: 'tag' },
        relation: { ...relation, order: [{ column: 'nr', direction: 'asc', type: 'Edm.Int32' }] },
      },
    },
    navigation: {
      Parts: { kind: 'contained', target: parts, many: true, relation },
      Seal: {
        kind: 'contained',
        target: { ...thing, name: 'Seal', key: [] },
        many: false,
        presence: 'seal',
      },
    },
  })
  expect(defineModel(model)).toBe(model)
})

it('an entity may contain its own kind', () => {
  const navigation: Record<string, EntityType['navigation'][string]> = {}
  const node: EntityType = { ...thing, navigation }
  navigation.Children = { kind: 'contained', target: node, many: true, relation }
  const model = { ...modelOf({}), sets: [{ name: 'Things', type: node, relation }] }
  expect(defineModel(model)).toBe(model)
})

const wide = Object.fromEntries(
  Array.from({ length: 88 }, (_, at) => [`P${at}`, { ...id, column: `c${at}` }]),
)
const around: ComplexType = { kind: 'complex', name: 'Around', properties: {} }
Object.assign(around.properties, { Back: { kind: 'complex', type: around } })

describe('a model is refused', () => {
  it.each<[string, Model, RegExp]>([
    ['without sets', { ...modelOf({}), sets: [] }, /has no entity set/],
    ['with a bad namespace', { ...modelOf({}), namespace: 'a..b' }, /the namespace a\.\.b has a name/],
    ['with a bad container', { ...modelOf({}), container: 'a b' }, /the container a b has a name/],
    [
      'with a set twice',
      { ...modelOf({}), sets: [...modelOf({}).sets, ...modelOf({}).sets] },
      /the entity set Things stands in it twice/,
    ],
    ['without a key', modelOf({ key: [] }), /is of Thing, which has no key/],
    ['with an unknown key', modelOf({ key: ['Gone'] }), /has the key Gone, which is no primitive property/],
    ['with a nullable key', modelOf({ key: ['Note'] }), /has the key Note, which is nullable/],
    [
      'with a moment as its key',
      modelOf({ key: ['At'], properties: { At: { ...id, type: 'Edm.DateTimeOffset' } } }),
      /which is a moment/,
    ],
    ['with the same key twice', modelOf({ key: ['Id', 'Id'] }), /has the same key twice/],
    ['with an unknown member of its ETag', modelOf({ etag: ['Gone'] }), /names Gone for its ETag/],
    ['with an unknown concurrency check', modelOf({ concurrency: ['Gone'] }), /names Gone for its ETag/],
    ['with a column that needs thought', withProperty({ ...id, column: 'a"b' }), /not a plain identifier/],
    ['with a relation that needs thought', modelOf({}, { name: 'a.b' }), /not a plain identifier/],
    ['with a join that needs thought', modelOf({}, { joins: { 'a b': 'x' } }), /not a plain identifier/],
    ['with a reserved name', modelOf({ properties: { Id: id, null: note } }), /property null, has a name/],
    ['without properties', withProperty({ kind: 'complex', type: { ...place, properties: {} } }), /no prop/],
    ['without an order', modelOf({}, { order: [] }), /has no order/],
    [
      'with an order twice',
      modelOf({}, { order: [...relation.order, ...relation.order] }),
      /ordered by a column twice/,
    ],
    [
      'with a nullable order',
      modelOf({}, { order: [{ column: 'note', direction: 'asc' }] }),
      /note, which is nullable/,
    ],
    [
      'with an order of unknown type',
      modelOf({}, { order: [{ column: 'nr', direction: 'asc' }] }),
      /say its type in the order/,
    ],
    [
      'with a local column of a text',
      withProperty({ kind: 'primitive', type: 'Edm.String', column: 'a', localColumn: 'b' }),
      /has a local column but is not a moment/,
    ],
    ['with too many leaves', modelOf({ properties: { Id: id, Note: note, ...wide } }), /has 90 leaves/],
    [
      'with too many leaves of its parts',
      modelOf({
        properties: { Id: id, Note: note, Wide: { kind: 'complex', type: { ...place, properties: wide } } },
      }),
      /has 90 leaves/,
    ],
    ['with a type that is a part of itself', withProperty({ kind: 'complex', type: around }), /of itself/],
    [
      'with two types of one name',
      modelOf({
        properties: {
          Id: id,
          A: { kind: 'complex', type: place },
          B: { kind: 'complex', type: { ...place } },
        },
      }),
      /the type Place stands for two things/,
    ],
    [
      'with an empty enumeration',
      withProperty({ kind: 'primitive', type: { ...kind, members: {} }, column: 'k' }),
      /has no member/,
    ],
    [
      'with a value of two members',
      withProperty({ kind: 'primitive', type: { ...kind, members: { A: 1, B: 1 } }, column: 'k' }),
      /gives a value to two members/,
    ],
    [
      'with a value that is too large',
      withProperty({ kind: 'primitive', type: { ...kind, members: { A: 2 ** 31 } }, column: 'k' }),
      /not an integer of 32 bits/,
    ],
    [
      'with a navigation property of the name of a property',
      modelOf({ navigation: { Note: { kind: 'contained', target: thing, many: true, relation } } }),
      /has the name of a property/,
    ],
    [
      'with many of what has no key',
      modelOf({
        navigation: {
          Parts: { kind: 'contained', target: { ...thing, name: 'P', key: [] }, many: true, relation },
        },
      }),
      /leads to many of P, which has no key/,
    ],
    [
      'with a collection that is not joined',
      withProperty({ kind: 'collection', items: place, relation: { ...relation, joins: {} } }),
      /is joined to its owner by no column/,
    ],
  ])('%s', (_what, model, sentence) => {
    expect(() => defineModel(model)).toThrow(sentence)
    expect(() => defineModel(model)).toThrow(RangeError)
  })
})
