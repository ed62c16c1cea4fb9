import type { ComplexType, EntitySet, EntityType } from '@ledgerpost/odata'
import { orderType, productType } from './enumerations.js'
import { complexes, listed, nullable, property } from './properties.js'

const ofOrder = { subscriber_id: 'subscriber_id', order_id: 'id' }

const purchaser: EntityType = {
  kind: 'entity',
  name: 'Purchaser',
  key: [],
  properties: {
    Id: property('Edm.String', 'purchaser_id'),
    FirstName: nullable('Edm.String', 'purchaser_first_name'),
    LastName: nullable('Edm.String', 'purchaser_last_name'),
  },
  navigation: {},
}

const itemTax: ComplexType = {
  kind: 'complex',
  name: 'OrderItemTax',
  properties: {
    TaxRateId: property('Edm.String', 'tax_rate_id'),
    Amount: property('Edm.Decimal', 'amount'),
  },
}

const orderItem: EntityType = {
  kind: 'entity',
  name: 'OrderItem',
  key: ['Id'],
  properties: {
    Id: property('Edm.String', 'id'),
    ProductId: nullable('Edm.String', 'product_id'),
    ProductType: nullable(productType, 'product_type'),
    Description: nullable('Edm.String', 'description'),
    RevenueCategoryId: nullable('Edm.String', 'revenue_category_id'),
    Quantity: nullable('Edm.Decimal', 'quantity'),
    UnitPrice: nullable('Edm.Decimal', 'unit_price'),
    Discount: property('Edm.Decimal', 'discount'),
    NetAmount: property('Edm.Decimal', 'net_amount'),
    Taxes: complexes(
      itemTax,
      listed('order_item_tax_view', {
        subscriber_id: 'subscriber_id',
        order_id: 'order_id',
        item_position: 'position',
      }),
    ),
    Total: property('Edm.Decimal', 'total'),
  },
  navigation: {},
}

const orderCost: EntityType = {
  kind: 'entity',
  name: 'OrderCost',
  key: [],
  properties: {
    NetAmount: property('Edm.Decimal', 'cost_net_amount'),
    Discount: property('Edm.Decimal', 'cost_discount'),
    TaxAmount: property('Edm.Decimal', 'cost_tax_amount'),
    Total: property('Edm.Decimal', 'cost_total'),
  },
  navigation: {},
}

const payment: EntityType = {
  kind: 'entity',
  name: 'Payment',
  key: ['Id'],
  properties: {
    Id: property('Edm.String', 'id'),
    PaymentMethodId: property('Edm.String', 'payment_method_id'),
    Amount: property('Edm.Decimal', 'amount'),
  },
  navigation: {},
}

/** Amounts are in major units of the order's currency. Currency and BusinessDate are ours; the rest is documented. */
const order: EntityType = {
  kind: 'entity',
  name: 'Order',
  key: ['Id'],
  properties: {
    Id: property('Edm.String', 'id'),
    Type: property(orderType, 'type'),
    OrderDate: property('Edm.DateTimeOffset', 'order_time', { localColumn: 'order_date' }),
    LocationId: property('Edm.String', 'location_id'),
    LastModifiedTime: property('Edm.DateTimeOffset', 'last_modified_time'),
    CreatedTime: nullable('Edm.DateTimeOffset', 'created_time'),
    Currency: property('Edm.String', 'currency'),
    BusinessDate: property('Edm.Date', 'business_date'),
  },
  navigation: {
    Purchaser: { kind: 'contained', target: purchaser, many: false, presence: 'purchaser_id' },
    Items: {
      kind: 'contained',
      target: orderItem,
      many: true,
      relation: listed('order_item_view', ofOrder),
    },
    Cost: { kind: 'contained', target: orderCost, many: false },
    Payments: {
      kind: 'contained',
      target: payment,
      many: true,
      relation: listed('order_payment_view', ofOrder),
    },
  },
  etag: ['OrderDate', 'LastModifiedTime'],
  concurrency: ['OrderDate'],
}

export const orders: EntitySet = {
  name: 'Orders',
  type: order,
  relation: {
    name: 'order_view',
    joins: { subscriber_id: 'subscriber' },
    order: [
      { column: 'order_time', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
  },
}
