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
interface Way {
  readonly to: '/$type/link' | '/$type/mapping' | '/$type/start' | null
  readonly action: string | null
  readonly detail: string | null
}

const nowhere: Way = { to: null, action: null, detail: null }

function wayOn({ status, broken, missing }: Setup, words: Words): Way {
  const isWhole = broken + missing === 0
  const ways: Readonly<Record<Setup['status'], Way>> = {
    Unavailable: nowhere,
    Configured: nowhere,
    Available: { to: '/$type/link', action: words.action.Available, detail: null },
    Inactive: { to: '/$type/link', action: words.next.relink, detail: null },
    Initialized: isWhole
      ? { to: '/$type/start', action: words.next.start, detail: null }
      : { to: '/$type/mapping', action: words.next.map, detail: null },
    Error: isWhole
      ? { to: '/$type/link', action: words.next.relink, detail: words.next.repairLink }
      : {
          to: '/$type/mapping',
          action: words.next.repairMapsAction,
          detail: words.next.repairMaps(broken + missing),
        },
  }
  return ways[status]
}
