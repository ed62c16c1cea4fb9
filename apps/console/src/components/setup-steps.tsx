import { useIntegration, useIntegrations } from '../data/queries.js'
import { setupOf } from '../words/setup.js'
import { Stepper } from './stepper.js'

/** How far the owner has come with a ledger; nothing once it is ready, or where nothing is known yet. */
export function SetupSteps({ type }: { readonly type: string }) {
  const title = useIntegrations().data?.find(({ Type }) => Type === type)?.Title ?? type
  const { data } = useIntegration(type)
  if (!data) return null
  const { status, steps } = setupOf(data)
  return status === 'Configured' ? null : <Stepper title={title} states={steps} />
}
