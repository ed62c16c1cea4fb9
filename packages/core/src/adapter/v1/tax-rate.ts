import type { TaxComponent } from '../../mapping/integrator-configuration.js'

/** A tax rate that an owner wants to have at the integrator. */
export interface TaxRateDraft {
  /** By which people will know it; among the integrator's active tax rates no other may have it. */
  readonly name: string
  /** Where it is reported, in the integrator's own word (`OUTPUT`); null where nothing was said. */
  readonly reportType: string | null
  /** At least one. */
  readonly components: readonly TaxComponent[]
}
