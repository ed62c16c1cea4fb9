import type { Integration } from '@ledgerpost/engine'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import { preferencesFromJson, preferencesToJson } from './json/preferences-json.js'
import { jsonbOrNull } from './sql-values.js'

/** What is selected of an integration's row; `integrationOf` reads it. */
export const integrationColumns = [
  'id',
  'subscriber_id',
  'type',
  'status',
  'preferences',
  'settings',
  'organisation_id',
  'grant_id',
  'linked_on',
  'configuration',
  'inspection_times',
  'cursor',
  'last_modified_time',
] as const

type IntegrationRow = Pick<Selectable<Schema['integration']>, (typeof integrationColumns)[number]>

export function integrationOf(row: IntegrationRow): Integration {
  return {
    id: row.id,
    subscriberId: row.subscriber_id,
    type: row.type,
    status: row.status,
    preferences: row.preferences && preferencesFromJson(row.preferences),
    settings: row.settings,
    organisationId: row.organisation_id,
    grantId: row.grant_id,
    linkedOn: row.linked_on,
    configuration: row.configuration,
    inspectionTimes: row.inspection_times,
    cursor: row.cursor,
    lastModifiedTime: row.last_modified_time,
  }
}

type Change = Omit<Integration, 'id' | 'subscriberId' | 'type'>
type Keys = 'id' | 'subscriber_id' | 'type' | 'is_current'

/** The columns that a change may set. */
export function allValues(change: Change): Omit<Insertable<Schema['integration']>, Keys> {
  return {
    status: change.status,
    preferences: jsonbOrNull(change.preferences && preferencesToJson(change.preferences)),
    settings: jsonbOrNull(change.settings),
    organisation_id: change.organisationId,
    grant_id: change.grantId,
    linked_on: change.linkedOn,
    configuration: jsonbOrNull(change.configuration),
    inspection_times: jsonb(change.inspectionTimes),
    cursor: change.cursor,
    last_modified_time: change.lastModifiedTime,
  }
}

/** The columns of the members that are present; the others are undefined, which leaves them as they are. */
export function changedValues(change: Partial<Change>) {
  const { preferences, settings, configuration, inspectionTimes } = change
  return {
    status: change.status,
    preferences: preferences && jsonb(preferencesToJson(preferences)),
    settings: 'settings' in change ? jsonbOrNull(settings) : undefined,
    organisation_id: change.organisationId,
    grant_id: change.grantId,
    linked_on: change.linkedOn,
    configuration: configuration && jsonb(configuration),
    inspection_times: inspectionTimes && jsonb(inspectionTimes),
    cursor: change.cursor,
    last_modified_time: change.lastModifiedTime,
  } satisfies Updateable<Schema['integration']>
}
