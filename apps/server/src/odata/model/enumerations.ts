import { exclusionReasons, packetStatuses, syncStatuses } from '@ledgerpost/core'
import type { EnumType } from '@ledgerpost/odata'
import type { Enumeration } from '../../wire/enumeration.js'
import { orderTypeEnumeration, productTypeEnumeration } from '../../wire/enumerations.js'
import { numbered } from '../../wire/enumeration.js'

/** Members without a documented number get one from here on: OData wants a number for each. */
const firstOwnNumber = 10_000

export function enumType<Name extends string>(name: string, enumeration: Enumeration<Name>): EnumType {
  return {
    kind: 'enum',
    name,
    members: Object.fromEntries(
      enumeration.names.map((each, index) => [
        enumeration.spelling(each),
        enumeration.code(each) ?? firstOwnNumber + index,
      ]),
    ),
  }
}

export const orderType = enumType('EOrderType', orderTypeEnumeration)
export const productType = enumType('EProductType', productTypeEnumeration)
export const syncStatus = enumType('ESyncStatus', numbered(syncStatuses))
export const packetStatus = enumType('EPacketStatus', numbered(packetStatuses))
export const exclusionReason = enumType('EExclusionReason', numbered(exclusionReasons))
/** No numbers are documented. */
export const activeStatus = enumType('EActiveStatus', numbered(['Active', 'Inactive']))
