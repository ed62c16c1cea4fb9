import { useTexts } from '../../app/console-context.js'
import { useType } from '../../app/use-type.js'
import { Loaded } from '../../components/loaded.js'
import { useIntegration, useIntegrations } from '../../data/queries.js'
import { setupOf } from '../../words/setup.js'
import { NextStep } from './next-step.js'
import { SyncDashboard } from './sync-dashboard.js'

/** How a ledger fares: what to do next, or what was sent. */
export function OverviewPage() {
  const type = useType()
  const { sync } = useTexts()
  const title = useIntegrations().data?.find(({ Type }) => Type === type)?.Title ?? type
  return (
    <Loaded query={useIntegration(type)} what={sync.what}>
      {(integration) => {
        const setup = setupOf(integration)
        return (
          <>
            {setup.status !== 'Configured' && <NextStep type={type} title={title} setup={setup} />}
            {integration.SynchronizationPreferences !== null && (
              <SyncDashboard key={type} type={type} title={title} integration={integration} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
