import type { IntegrationStatus, IntegratorConfiguration, MapKind } from '@ledgerpost/core'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { PreferencesJson } from '../store/json/preferences-json.js'
import type { Int8, Int8WithDefault, Json, OwnSubscriber, Timestamp } from './columns.js'

export interface IntegrationSchema {
  token_grant: {
    subscriber_id: OwnSubscriber
    id: string
    sealed: string
    version: number
    claimant: string | null
    /** Compared in the database only: `-infinity` is no instant. */
    claimed_until: Generated<ColumnType<never, string, string>>
  }
  integration: {
    id: string
    subscriber_id: string
    type: string
    is_current: boolean
    status: IntegrationStatus
    preferences: Json<PreferencesJson | null>
    settings: Json<unknown>
    organisation_id: string | null
    grant_id: string | null
    linked_on: string | null
    configuration: Json<IntegratorConfiguration | null>
    inspection_times: Json<readonly string[]>
    cursor: Int8
    last_modified_time: Timestamp
  }
  map_rule: {
    subscriber_id: OwnSubscriber
    integration_id: string
    kind: MapKind
    source_id: string
    source_fingerprint: GeneratedAlways<Uint8Array>
    location_id: string | null
    target_id: string
    modified_by_id: string
    modified_by_name: string
    last_modified_time: Timestamp
    error_flag: boolean
  }
  pending_link: {
    subscriber_id: OwnSubscriber
    state: string
    integration_id: string
    settings: Json<unknown>
    redirect_uri: string
    sealed_secret: string
    expires_at: Timestamp
  }
  lease: {
    subscriber_id: OwnSubscriber
    integration_id: string
    fence: Int8WithDefault
    holder: string | null
    /** Compared in the database only: `-infinity` is no instant. */
    held_until: Generated<ColumnType<never, string, string>>
  }
}
