import { Link } from '@tanstack/react-router'
import { useTexts } from '../app/console-context.js'
import { PageHead } from '../components/page-head.js'

/** Instead of a page that makes no sense without a ledger. */
export function NotLinked({ type, title }: { readonly type: string; readonly title: string }) {
  const { integrations } = useTexts()
  return (
    <>
      <PageHead title={title} intro={integrations.explained.Available} />
      <div>
        <Link className="lp-button" data-kind="main" to="/$type/link" params={{ type }}>
          {integrations.action.Available}
        </Link>
      </div>
    </>
  )
}
