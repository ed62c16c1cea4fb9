import { Link } from '@tanstack/react-router'
import { useTexts } from '../../app/console-context.js'
import { PageHead } from '../../components/page-head.js'
import { StatusBadge } from '../../components/status-badge.js'
import { Stepper } from '../../components/stepper.js'
import type { Setup } from '../../words/setup.js'
import { wayOn } from '../../words/way-on.js'

export interface NextStepProps {
  readonly type: string
  readonly title: string
  readonly setup: Setup
}

/** What the owner does next, where nothing is sent yet or any more. */
export function NextStep({ type, title, setup }: NextStepProps) {
  const { integrations } = useTexts()
  const { status, steps } = setup
  const { to, action, detail } = wayOn(setup, integrations)
  return (
    <>
      <PageHead title={title} intro={integrations.explained[status]}>
        <StatusBadge status={status} />
      </PageHead>
      <section className="lp-card">
        <Stepper title={title} states={steps} />
        {detail !== null && <p>{detail}</p>}
        {to !== null && (
          <div className="lp-row">
            <Link className="lp-button" data-kind="main" to={to} params={{ type }}>
              {action}
            </Link>
            {status === 'Error' && to === '/$type/link' && (
              <Link className="lp-button" to="/$type/start" params={{ type }}>
                {integrations.next.start}
              </Link>
            )}
          </div>
        )}
      </section>
    </>
  )
}
