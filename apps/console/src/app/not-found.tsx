import { Link } from '@tanstack/react-router'
import { PageHead } from '../components/page-head.js'
import { useTexts } from './console-context.js'
import { Main } from './main.js'

export function NotFound() {
  const { common } = useTexts()
  return (
    <Main>
      <PageHead title={common.notFound} intro={common.notFoundDetail} />
      <p>
        <Link to="/">{common.books}</Link>
      </p>
    </Main>
  )
}
