import { Link } from '@tanstack/react-router'
import { useTexts } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { Loaded } from '../../components/loaded.js'
import { useExclusions } from '../../data/queries.js'
import { fixFor } from '../../words/refusals.js'

/** The orders that a sync left out, and what helps. */
export function Exclusions({ type, recordId }: { readonly type: string; readonly recordId: string }) {
  const { history, refusals } = useTexts()
  const exclusions = useExclusions(recordId)
  return (
    <section className="lp-card">
      <h2>{history.excluded}</h2>
      <Loaded query={exclusions} what={history.excluded}>
        {({ pages }) => (
          <ul className="lp-states">
            {pages
              .flatMap(({ items }) => items)
              .map(({ OrderId, Reason, Message }) => (
                <li key={OrderId}>
                  <span>{history.order(OrderId)}</span>
                  <div>
                    <strong>{refusals.codes[Reason].title}</strong>
                    <p className="lp-quiet">
                      {refusals.codes[Reason].what} {Message}
                    </p>
                    {fixFor(Reason) === 'settings' && (
                      <Link to="/$type/settings" params={{ type }}>
                        {refusals.fixes.settings}
                      </Link>
                    )}
                  </div>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {exclusions.hasNextPage && (
        <div>
          <Button isBusy={exclusions.isFetchingNextPage} onClick={() => void exclusions.fetchNextPage()}>
            {history.more}
          </Button>
        </div>
      )}
    </section>
  )
}
