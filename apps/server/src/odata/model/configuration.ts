import type { ComplexType, EntitySet, EntityType, Navigation } from '@ledgerpost/odata'
import { activeStatus, productType } from './enumerations.js'
import { complex, listed, nullable, property, sorted, texts } from './properties.js'

const ofSubscriber = { subscriber_id: 'subscriber_id' }

const taxRate: EntityType = {
  kind: 'entity',
  name: 'TaxRate',
  key: ['Id'],
  properties: {
    Id: property('Edm.String', 'id'),
    Name: property('Edm.String', 'name'),
    Value: property('Edm.Decimal', 'value'),
    LocationId: nullable('Edm.String', 'location_id'),
    LastModifiedTime: nullable('Edm.DateTimeOffset', 'last_modified_time'),
  },
  navigation: {},
}

const revenueCategory: EntityType = {
  kind: 'entity',
  name: 'RevenueCategory',
  key: ['Id'],
  properties: {
    Id: property('Edm.String', 'id'),
    Name: property('Edm.String', 'name'),
    LastModifiedTime: nullable('Edm.DateTimeOffset', 'last_modified_time'),
    Status: property(activeStatus, 'status'),
  },
  navigation: {},
}

const paymentMethod: EntityType = {
  kind: 'entity',
  name: 'AccountingPaymentMethod',
  key: ['Id'],
  properties: {
    Id: property('Edm.String', 'id'),
    Name: property('Edm.String', 'name'),
    Type: nullable('Edm.String', 'type'),
    LastModifiedTime: nullable('Edm.DateTimeOffset', 'last_modified_time'),
    Status: property(activeStatus, 'status'),
  },
  navigation: {},
}

const pricing: ComplexType = {
  kind: 'complex',
  name: 'Pricing',
  properties: {
    RevenueCategoryId: nullable('Edm.String', 'revenue_category_id'),
    AskingPrice: property('Edm.Decimal', 'asking_price'),
    Taxes: texts(
      'tax_rate_id',
      listed('product_tax_view', { subscriber_id: 'subscriber_id', product_position: 'position' }),
    ),
  },
}

const product: EntityType = {
  kind: 'entity',
  name: 'Product',
  key: ['Id'],
  properties: {
    Id: property('Edm.String', 'id'),
    Name: property('Edm.String', 'name'),
    Type: property(productType, 'type'),
    Pricing: complex(pricing, 'asking_price'),
  },
  navigation: {},
}

const contained = (target: EntityType, view: string): Navigation => ({
  kind: 'contained',
  target,
  many: true,
  relation: listed(view, ofSubscriber),
})

/** A set of one entity, whose key is the subscriber's id. */
export const configuration: EntitySet = {
  name: 'Configuration',
  type: {
    kind: 'entity',
    name: 'AccountingConfiguration',
    key: ['Id'],
    properties: { Id: property('Edm.String', 'subscriber_id') },
    navigation: {
      TaxRates: contained(taxRate, 'tax_rate_view'),
      RevenueCategories: contained(revenueCategory, 'revenue_category_view'),
      PaymentMethods: contained(paymentMethod, 'payment_method_view'),
      Products: contained(product, 'product_view'),
    },
  },
  relation: sorted('configuration_view', { subscriber_id: 'subscriber' }, 'subscriber_id'),
}
