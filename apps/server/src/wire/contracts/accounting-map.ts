import type { MapAssignment, MapRule } from '@ledgerpost/core'
import { z } from 'zod'
import { arrayName, contract, listOf, mainNamespace } from '../contract.js'
import { mapTypeEnumeration } from '../enumerations.js'
import { byCode, contractRecord, list, moment, type WireContract } from '../tree.js'
import { enumerationInput, identifierInput, listInput } from './scalars.js'

/** XML has the members in alphabetical order, JSON the name first. */
export const modifiedByContract = contract('ModifiedBy', { UserId: 'text', UserName: 'text' })

export const accountingMapItemContract = contract('AccountingMapItem', {
  MindbodyId: 'text',
  IntegrationId: 'text',
  ModifiedBy: modifiedByContract,
  LastModifiedTime: 'moment',
  ErrorFlag: 'boolean',
  LocationId: 'text',
})

export const accountingMapContract = contract('AccountingMap', {
  MapType: 'text',
  MapItems: listOf(accountingMapItemContract),
})

export const accountingMapsType = listOf(accountingMapContract)

/** AccountingMap { MapType, MapItems[] }, one for each map type whether it has items or not. */
export function accountingMaps(rules: readonly MapRule[]): readonly WireContract[] {
  return mapTypeEnumeration.names.map((kind) =>
    contractRecord(accountingMapContract, {
      MapType: byCode(mapTypeEnumeration, kind),
      MapItems: list(
        rules
          .filter((rule) => rule.kind === kind)
          .toSorted(bySource)
          .map(accountingMapItem),
      ),
    }),
  )
}

function accountingMapItem(rule: MapRule): WireContract {
  return contractRecord(accountingMapItemContract, {
    MindbodyId: rule.sourceId,
    IntegrationId: rule.integrationId,
    ModifiedBy: contractRecord(modifiedByContract, {
      UserName: rule.modifiedBy.userName,
      UserId: rule.modifiedBy.userId,
    }),
    LastModifiedTime: moment(rule.lastModifiedTime),
    ErrorFlag: rule.errorFlag,
    LocationId: rule.locationId ?? undefined,
  })
}

function bySource(left: MapRule, right: MapRule): number {
  return compare(left.sourceId, right.sourceId) || compare(left.locationId ?? '', right.locationId ?? '')
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

const mostItems = 10_000

/** Who changed an item, when, and its error flag are ours to say: they are not read. */
function mapsInputOf<Target extends z.ZodType<string | null | undefined>>(target: Target, id: string) {
  const item = z
    .object({
      MindbodyId: identifierInput,
      IntegrationId: target,
      LocationId: identifierInput.nullish(),
    })
    .meta({ id: `${id}Item`, contract: accountingMapItemContract })
  const map = z
    .object({ MapType: enumerationInput(mapTypeEnumeration), MapItems: listInput(item, mostItems) })
    .meta({ id, contract: accountingMapContract })
  return listInput(map, 100)
}

/** What Map takes: every item names what it is mapped to. */
export const accountingMapsInput = mapsInputOf(identifierInput, 'AccountingMapInput')
  .transform(assignmentsOf)
  .meta({ xml: { name: arrayName(accountingMapsType), 'x-namespace': mainNamespace } })

/** What Save takes: items that are not mapped yet are left out. */
export const savedMapsInput = mapsInputOf(
  z.union([z.literal(''), identifierInput]).nullish(),
  'SavedMapInput',
).transform(assignmentsOf)

function assignmentsOf(
  maps: readonly {
    readonly MapType: MapAssignment['kind']
    readonly MapItems: readonly {
      readonly MindbodyId: string
      readonly IntegrationId?: string | null | undefined
      readonly LocationId?: string | null | undefined
    }[]
  }[],
): readonly MapAssignment[] {
  return maps.flatMap(({ MapType, MapItems }) =>
    MapItems.flatMap(({ MindbodyId, IntegrationId, LocationId }) =>
      IntegrationId == null || IntegrationId === ''
        ? []
        : [
            {
              kind: MapType,
              sourceId: MindbodyId,
              locationId: LocationId ?? null,
              integrationId: IntegrationId,
            },
          ],
    ),
  )
}
