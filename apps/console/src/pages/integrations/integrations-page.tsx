import { ProblemError } from '@ledgerpost/client'
import { useTexts } from '../../app/console-context.js'
import { Main } from '../../app/main.js'
import { Empty } from '../../components/empty.js'
import { Loaded } from '../../components/loaded.js'
import { Notice } from '../../components/notice.js'
import { PageHead } from '../../components/page-head.js'
import { useIntegrations } from '../../data/queries.js'
import { IntegrationCard } from './integration-card.js'

/** All ledgers that the server offers, and where each stands. */
export function IntegrationsPage() {
  const { integrations } = useTexts()
  const query = useIntegrations()
  return (
    <Main>
      <PageHead title={integrations.title} intro={integrations.intro} />
      {isUnknown(query.error) ? (
        <Notice tone="warn" title={integrations.unknown}>
          <p>{integrations.unknownDetail}</p>
        </Notice>
      ) : (
        <Integrations query={query} />
      )}
    </Main>
  )
}

function Integrations({ query }: { readonly query: ReturnType<typeof useIntegrations> }) {
  const { integrations } = useTexts()
  return (
    <Loaded query={query} what={integrations.what}>
      {(listed) =>
        listed.length === 0 ? (
          <Empty title={integrations.empty}>{integrations.emptyDetail}</Empty>
        ) : (
          <ul className="lp-list">
            {listed.map((each) => (
              <li key={each.Type}>
                <IntegrationCard listed={each} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

/** Whether the platform has not told the server about the subscriber yet. */
function isUnknown(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 404
}
