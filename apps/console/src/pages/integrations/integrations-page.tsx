import { useTexts } from '../../app/console-context.js'
import { Main } from '../../app/main.js'
import { Empty } from '../../components/empty.js'
import { Loaded } from '../../components/loaded.js'
import { PageHead } from '../../components/page-head.js'
import { useIntegrations } from '../../data/queries.js'
import { IntegrationCard } from './integration-card.js'

/** All ledgers that the server offers, and where each stands. */
export function IntegrationsPage() {
  const { integrations } = useTexts()
  return (
    <Main>
      <PageHead title={integrations.title} intro={integrations.intro} />
      <Loaded query={useIntegrations()} what={integrations.what}>
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
    </Main>
  )
}
