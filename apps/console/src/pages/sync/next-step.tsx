import { Link } from '@tanstack/react-router'
import { useTexts } from '../../app/console-context.js'
import { PageHead } from '../../components/page-head.js'
import { StatusBadge } from '../../components/status-badge.js'
import { Stepper } from '../../components/stepper.js'
import type { Setup } from '../../words/setup.js'

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
          <div>
            <Link className="lp-button" data-kind="main" to={to} params={{ type }}>
              {action}
            </Link>
          </div>
        )}
      </section>
    </>
  )
}

type Words = ReturnType<typeof useTexts>['integrations']
type Way = {
  readonly to: '/$type/link' | '/$type/mapping' | '/$type/start' | null
  readonly action: string | null
  readonly detail: string | null
}

function wayOn({ status, broken, missing }: Setup, words: Words): Way {
  switch (status) {
    case 'Unavailable':
    case 'Configured':
      return { to: null, action: null, detail: null }
    case 'Available':
      return { to: '/$type/link', action: words.action.Available, detail: null }
    case 'Inactive':
      return { to: '/$type/link', action: words.next.relink, detail: null }
    case 'Initialized':
      return missing + broken > 0
        ? { to: '/$type/mapping', action: words.next.map, detail: null }
        : { to: '/$type/start', action: words.next.start, detail: null }
    case 'Error':
      return broken > 0
        ? { to: '/$type/mapping', action: words.next.repairMapsAction, detail: words.next.repairMaps(broken) }
        : { to: '/$type/link', action: words.next.relink, detail: words.next.repairLink }
  }
}
