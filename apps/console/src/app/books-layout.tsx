import { Link, Outlet } from '@tanstack/react-router'
import { useIntegrations } from '../data/queries.js'
import { isLinked, statusName } from '../words/status.js'
import { useTexts } from './console-context.js'
import { Main } from './main.js'
import { useType } from './use-type.js'

/** The pages of one ledger. */
export function BooksLayout() {
  const type = useType()
  const { common } = useTexts()
  const listed = useIntegrations().data?.find(({ Type }) => Type === type)
  const title = listed?.Title ?? type
  const shows = listed === undefined || isLinked(statusName(listed.Status))
  return (
    <>
      <nav className="lp-tabs" aria-label={common.sectionsOf(title)}>
        <span className="lp-tabs-title">{title}</span>
        <Link to="/$type" params={{ type }} activeOptions={{ exact: true }}>
          {common.sections.overview}
        </Link>
        {shows && (
          <>
            <Link to="/$type/mapping" params={{ type }}>
              {common.sections.mapping}
            </Link>
            <Link to="/$type/history" params={{ type }}>
              {common.sections.history}
            </Link>
            <Link to="/$type/settings" params={{ type }}>
              {common.sections.settings}
            </Link>
          </>
        )}
      </nav>
      <Main>
        <Outlet />
      </Main>
    </>
  )
}
