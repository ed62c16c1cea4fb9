import { Link } from '@tanstack/react-router'
import { useTexts } from '../app/console-context.js'
import { useIntegration, useIntegrations } from '../data/queries.js'
import { setupOf } from '../words/setup.js'
import { wayOn } from '../words/way-on.js'
import { Notice } from './notice.js'
import { Stepper } from './stepper.js'

/** How far the owner has come with a ledger, and that it broke if it did; nothing while all is well. */
export function SetupSteps({ type }: { readonly type: string }) {
  const { integrations } = useTexts()
  const title = useIntegrations().data?.find(({ Type }) => Type === type)?.Title ?? type
  const { data } = useIntegration(type)
  if (!data) return null
  const setup = setupOf(data)
  if (setup.status === 'Configured') return null
  const { to, action, detail } = wayOn(setup, integrations)
  return (
    <>
      <Stepper title={title} states={setup.steps} />
      {setup.status === 'Error' && to === '/$type/link' && (
        <Notice tone="bad" title={integrations.explained.Error}>
          <p>{detail}</p>
          <Link className="lp-button" to={to} params={{ type }}>
            {action}
          </Link>
        </Notice>
      )}
    </>
  )
}
