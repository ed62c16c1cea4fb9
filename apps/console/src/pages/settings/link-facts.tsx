import { type AccountingIntegration, lastInspection } from '@ledgerpost/client'
import { Link } from '@tanstack/react-router'
import { useConsole } from '../../app/console-context.js'
import { StatusBadge } from '../../components/status-badge.js'
import { formatDate, formatMoment } from '../../words/dates.js'
import { statusName } from '../../words/status.js'
import { RefreshButton } from '../mapping/refresh-button.js'

export interface LinkFactsProps {
  readonly type: string
  readonly integration: AccountingIntegration
  readonly canChange: boolean
}

/** Whose books are linked, and what is known of them. */
export function LinkFacts({ type, integration, canChange }: LinkFactsProps) {
  const { texts, locale } = useConsole()
  const { settings, common } = texts
  const organisation = integration.IntegrationConfiguration.Organisation
  const locked = organisation?.LockedThrough ?? null
  const last = lastInspection(integration)
  return (
    <section className="lp-card">
      <div className="lp-card-head">
        <h2>{settings.link}</h2>
        <StatusBadge status={statusName(integration.Status)} />
      </div>
      <dl className="lp-facts">
        <dt>{settings.organisation}</dt>
        <dd>{organisation?.Name ?? common.none}</dd>
        <dt>{settings.currency}</dt>
        <dd>{organisation?.Currency ?? common.none}</dd>
        <dt>{settings.lockedThrough}</dt>
        <dd>{locked === null ? common.none : formatDate(locked, locale)}</dd>
        <dt>{settings.lastRead}</dt>
        <dd>{last === null ? settings.never : formatMoment(last, locale)}</dd>
      </dl>
      {canChange && (
        <div className="lp-row">
          <RefreshButton type={type} integration={integration} />
          <Link className="lp-button" data-kind="quiet" to="/$type/link" params={{ type }}>
            {settings.relink}
          </Link>
        </div>
      )}
    </section>
  )
}
