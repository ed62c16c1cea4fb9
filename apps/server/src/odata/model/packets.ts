import type { ComplexType, EntityType } from '@ledgerpost/odata'
import { packetStatus } from './enumerations.js'
import { complexes, listed, nullable, property, sorted, texts } from './properties.js'

const ofPacket = { packet_ordinal: 'ordinal' }

const requestItem: ComplexType = {
  kind: 'complex',
  name: 'RequestItem',
  properties: {
    RevenueCategoryId: property('Edm.String', 'revenue_category_id'),
    TaxRateIds: texts(
      'tax_rate_id',
      listed('request_item_tax_view', { packet_ordinal: 'packet_ordinal', item_position: 'position' }),
    ),
    Description: nullable('Edm.String', 'description'),
    Quantity: nullable('Edm.Decimal', 'quantity'),
    NetAmount: property('Edm.Decimal', 'net_amount'),
    TaxAmount: property('Edm.Decimal', 'tax_amount'),
    LocationId: property('Edm.String', 'location_id'),
  },
}

/**
 * Reference is ours, Id and Link are the integrator's. SweptTime is when the document was last compared with what the
 * integrator has, and Deviation how it differed then.
 */
const document: ComplexType = {
  kind: 'complex',
  name: 'PacketDocument',
  properties: {
    Reference: property('Edm.String', 'reference'),
    Kind: property('Edm.String', 'kind'),
    Date: property('Edm.Date', 'date'),
    Total: property('Edm.Decimal', 'total'),
    Status: property('Edm.String', 'status'),
    Id: nullable('Edm.String', 'integrator_id'),
    Link: nullable('Edm.String', 'link'),
    Message: nullable('Edm.String', 'message'),
    SweptTime: nullable('Edm.DateTimeOffset', 'swept_time'),
    Deviation: nullable('Edm.String', 'deviation'),
  },
}

const packetPayment: ComplexType = {
  kind: 'complex',
  name: 'PacketPayment',
  properties: {
    PaymentMethodId: property('Edm.String', 'payment_method_id'),
    Amount: property('Edm.Decimal', 'amount'),
  },
}

const packetState: EntityType = {
  kind: 'entity',
  name: 'PacketState',
  key: ['Number'],
  properties: {
    Number: property('Edm.Int64', 'number'),
    Status: property(packetStatus, 'status'),
    Time: property('Edm.DateTimeOffset', 'time'),
    Code: nullable('Edm.String', 'code'),
    Message: nullable('Edm.String', 'message'),
  },
  navigation: {},
}

const packetOrder: EntityType = {
  kind: 'entity',
  name: 'PacketOrder',
  key: ['OrderId'],
  properties: { OrderId: property('Edm.String', 'order_id') },
  navigation: {},
}

/**
 * Amounts are in major units of the packet's currency. OrderIds names the first thousand orders, Orders pages over all
 * of them; OrderCount says how many there are.
 */
export const syncPacket: EntityType = {
  kind: 'entity',
  name: 'SyncPacket',
  key: ['Id'],
  properties: {
    Id: property('Edm.String', 'id'),
    Date: property('Edm.Date', 'business_date'),
    OrderIds: texts('order_id', sorted('packet_order_id_view', ofPacket, 'order_id')),
    PaymentMethodId: nullable('Edm.String', 'payment_method_id'),
    Currency: property('Edm.String', 'currency'),
    RequestItems: complexes(requestItem, listed('request_item_view', ofPacket)),
    Total: property('Edm.Decimal', 'total'),
    Documents: complexes(document, {
      name: 'packet_document_view',
      joins: ofPacket,
      order: [
        { column: 'stage', direction: 'asc', type: 'Edm.Int32' },
        { column: 'position', direction: 'asc', type: 'Edm.Int32' },
        { column: 'reference', direction: 'asc' },
      ],
    }),
    Status: property(packetStatus, 'status'),
    Payments: complexes(packetPayment, listed('packet_payment_view', ofPacket)),
    LocationId: nullable('Edm.String', 'location_id'),
    OrderCount: property('Edm.Int64', 'order_count'),
  },
  navigation: {
    States: {
      kind: 'contained',
      target: packetState,
      many: true,
      relation: listed('packet_state_view', ofPacket, 'number'),
    },
    Orders: {
      kind: 'contained',
      target: packetOrder,
      many: true,
      relation: sorted('packet_order_view', ofPacket, 'order_id'),
    },
  },
}
