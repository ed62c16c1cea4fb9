import { Link } from '@tanstack/react-router'
import { useConsole } from '../../app/console-context.js'
import { StatusBadge } from '../../components/status-badge.js'
import { SetupSteps } from '../../components/setup-steps.js'
import type { OfferedIntegration } from '@ledgerpost/client'
import { formatMoment } from '../../words/dates.js'
import { isLinked, statusName } from '../../words/status.js'

export function IntegrationCard({ listed }: { readonly listed: OfferedIntegration }) {
  const { texts, locale } = useConsole()
  const { integrations } = texts
  const { Type: type, Title, Organisation, LastSyncTime, UnavailableReasons } = listed
  const status = statusName(listed.Status)
  const action = integrations.action[status]
  const linksFirst = status === 'Available' || status === 'Inactive'
  return (
    <article className="lp-card">
      <div className="lp-card-head">
        <h2>{Title}</h2>
        <StatusBadge status={status} />
      </div>
      <p className="lp-quiet">{integrations.explained[status]}</p>
      {status === 'Unavailable' && (
        <div>
          <h3>{integrations.reasonsTitle}</h3>
          <ul>
            {(UnavailableReasons.length === 0 ? [-1] : UnavailableReasons).map((reason) => (
              <li key={reason}>{integrations.reasons[reason] ?? integrations.reasonUnknown}</li>
            ))}
          </ul>
        </div>
      )}
      {isLinked(status) && <SetupSteps type={type} />}
      <div className="lp-row">
        {action !== null && (
          <Link
            className="lp-button"
            data-kind={status === 'Configured' ? 'plain' : 'main'}
            to={linksFirst ? '/$type/link' : '/$type'}
            params={{ type }}
          >
            {action}
            <span className="lp-hidden"> {Title}</span>
          </Link>
        )}
        {isLinked(status) && (
          <span className="lp-small lp-quiet">
            {Organisation !== null && `${integrations.organisation(Organisation)} · `}
            {LastSyncTime === null
              ? integrations.neverSynced
              : integrations.lastSync(formatMoment(LastSyncTime, locale))}
          </span>
        )}
      </div>
    </article>
  )
}
