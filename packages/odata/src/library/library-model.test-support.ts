import { defineModel } from '../model/define-model.js'
import { type Model } from '../model/model.js'
import { type EnumType } from '../model/primitive-type.js'
import { type ComplexType, type EntityType } from '../model/structured-type.js'

const binding: EnumType = { kind: 'enum', name: 'Binding', members: { Paper: 1, Cloth: 0, Audio: 7 } }

const box: ComplexType = {
  kind: 'complex',
  name: 'Box',
  properties: { Weight: { kind: 'primitive', type: 'Edm.Int32', column: 'box_weight', nullable: true } },
}

const size: ComplexType = {
  kind: 'complex',
  name: 'Size',
  properties: {
    Unit: { kind: 'primitive', type: 'Edm.String', column: 'size_unit' },
    Height: { kind: 'primitive', type: 'Edm.Decimal', column: 'size_height' },
    Box: { kind: 'complex', type: box },
  },
}

const review: ComplexType = {
  kind: 'complex',
  name: 'Review',
  properties: {
    Stars: { kind: 'primitive', type: 'Edm.Int32', column: 'stars' },
    Text: { kind: 'primitive', type: 'Edm.String', column: 'text', nullable: true },
  },
}

const note: EntityType = {
  kind: 'entity',
  name: 'Note',
  key: ['Day', 'Line'],
  properties: {
    Day: { kind: 'primitive', type: 'Edm.Date', column: 'day' },
    Line: { kind: 'primitive', type: 'Edm.Int32', column: 'line' },
    Text: { kind: 'primitive', type: 'Edm.String', column: 'text', nullable: true },
  },
  navigation: {},
}

const loan: EntityType = {
  kind: 'entity',
  name: 'Loan',
  key: ['Nr'],
  properties: {
    Nr: { kind: 'primitive', type: 'Edm.Int32', column: 'nr' },
    Member: { kind: 'primitive', type: 'Edm.String', column: 'member' },
    Fee: { kind: 'primitive', type: 'Edm.Decimal', column: 'fee', nullable: true },
  },
  navigation: {
    Notes: {
      kind: 'contained',
      target: note,
      many: true,
      relation: {
        name: 'note',
        joins: { book: 'book', loan: 'nr' },
        order: [
          { column: 'day', direction: 'desc' },
          { column: 'line', direction: 'asc' },
        ],
      },
    },
  },
}

const publisher: EntityType = {
  kind: 'entity',
  name: 'Publisher',
  key: [],
  properties: {
    Name: { kind: 'primitive', type: 'Edm.String', column: 'publisher' },
    City: { kind: 'primitive', type: 'Edm.String', column: 'publisher_city', nullable: true },
  },
  navigation: {},
}

const book: EntityType = {
  kind: 'entity',
  name: 'Book',
  key: ['Id'],
  properties: {
    Id: { kind: 'primitive', type: 'Edm.String', column: 'id' },
    Title: { kind: 'primitive', type: 'Edm.String', column: 'title' },
    Subtitle: { kind: 'primitive', type: 'Edm.String', column: 'subtitle', nullable: true },
    Price: { kind: 'primitive', type: 'Edm.Decimal', column: 'price', nullable: true },
    Pages: { kind: 'primitive', type: 'Edm.Int32', column: 'pages' },
    Words: { kind: 'primitive', type: 'Edm.Int64', column: 'words', nullable: true },
    Published: { kind: 'primitive', type: 'Edm.Date', column: 'published', nullable: true },
    Bought: { kind: 'primitive', type: 'Edm.DateTimeOffset', column: 'bought', localColumn: 'bought_local' },
    Seen: { kind: 'primitive', type: 'Edm.DateTimeOffset', column: 'seen', nullable: true },
    Binding: { kind: 'primitive', type: binding, column: 'binding' },
    Rebinding: { kind: 'primitive', type: binding, column: 'rebinding', nullable: true },
    Lost: { kind: 'primitive', type: 'Edm.Boolean', column: 'lost' },
    Signed: { kind: 'primitive', type: 'Edm.Boolean', column: 'signed', nullable: true },
    Code: { kind: 'primitive', type: 'Edm.Guid', column: 'code' },
    Remark: { kind: 'primitive', type: 'Edm.String', column: 'remark', filterable: false, sortable: false },
    Size: { kind: 'complex', type: size, presence: 'size_unit' },
    Tags: {
      kind: 'collection',
      items: { type: 'Edm.String', column: 'tag' },
      relation: {
        name: 'tag',
        joins: { book: 'id' },
        order: [{ column: 'place', direction: 'asc', type: 'Edm.Int32' }],
      },
    },
    Reviews: {
      kind: 'collection',
      items: review,
      relation: {
        name: 'review',
        joins: { book: 'id' },
        order: [{ column: 'place', direction: 'asc', type: 'Edm.Int32' }],
      },
    },
  },
  navigation: {
    Publisher: { kind: 'contained', target: publisher, many: false, presence: 'publisher' },
    Loans: {
      kind: 'contained',
      target: loan,
      many: true,
      relation: { name: 'loan', joins: { book: 'id' }, order: [{ column: 'nr', direction: 'asc' }] },
    },
  },
  etag: ['Title', 'Seen'],
  concurrency: ['Title'],
}

const visit: EntityType = {
  kind: 'entity',
  name: 'Visit',
  key: ['Nr'],
  properties: {
    Nr: { kind: 'primitive', type: 'Edm.Int64', column: 'nr' },
    Visitor: { kind: 'primitive', type: 'Edm.String', column: 'visitor' },
  },
  navigation: {},
}

/** A library: books with tags, reviews, a publisher and loans with notes; visits, always the latest first. */
export const library: Model = defineModel({
  namespace: 'Town.Library',
  container: 'Service',
  sets: [
    {
      name: 'Books',
      type: book,
      relation: { name: 'book', joins: { library: 'library' }, order: [{ column: 'id', direction: 'asc' }] },
    },
    {
      name: 'Visits',
      type: visit,
      relation: {
        name: 'visit',
        joins: { library: 'library' },
        order: [{ column: 'nr', direction: 'desc' }],
        orderIsFixed: true,
      },
    },
  ],
})
