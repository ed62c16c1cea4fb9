import {
  type ActiveStatus,
  integrationStatuses,
  type MapKind,
  orderTypes,
  productTypes,
  unavailableReasons,
} from '@ledgerpost/core'
import { enumeration, numbered } from './enumeration.js'

/** EIntegrationStatus. */
export const integrationStatusEnumeration = numbered(integrationStatuses)

/** EUnavailableReason. */
export const unavailableReasonEnumeration = numbered(unavailableReasons)

/** EMapType. */
export const mapTypeEnumeration = enumeration<MapKind>([
  { name: 'taxRate', spelling: 'TaxRateMap', code: 0 },
  { name: 'revenueCategory', spelling: 'RevenueCategoryMap', code: 1 },
  { name: 'paymentMethod', spelling: 'PaymentMethodMap', code: 2 },
])

/** EOrderType. */
export const orderTypeEnumeration = numbered(orderTypes)

/** EProductType. */
export const productTypeEnumeration = numbered(productTypes)

/** The status of revenue categories and payment methods; the documentation gives no numbers. */
export const activeStatusEnumeration = enumeration<ActiveStatus>([
  { name: 'Active', code: null },
  { name: 'Inactive', code: null },
])
