import type { Connection, IntegratorConfiguration, MapLookup } from '@ledgerpost/core'
import type { Run } from '../sync/run.js'

/** A run that sends: the connection, what is known of the integrator, and the maps of today. */
export interface Sending {
  readonly run: Run
  readonly connection: Connection
  readonly configuration: IntegratorConfiguration
  readonly lookup: MapLookup
}
