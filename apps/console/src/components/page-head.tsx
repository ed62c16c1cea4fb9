import { type ReactNode, useEffect, useRef } from 'react'
import { useConsole } from '../app/console-context.js'

export interface PageHeadProps {
  readonly title: string
  readonly intro?: ReactNode
  /** What can be done on the page as a whole. */
  readonly children?: ReactNode
}

/** The title of a page. It takes the focus when the page is shown, so that readers begin there. */
export function PageHead({ title, intro, children }: PageHeadProps) {
  const { ownsPage, texts } = useConsole()
  const heading = useRef<HTMLHeadingElement>(null)
  const { product } = texts.common
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (ownsPage) document.title = `${title} · ${product}`
  }, [ownsPage, title, product])
  return (
    <header className="lp-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {intro !== undefined && <p>{intro}</p>}
      </div>
      {children !== undefined && <div className="lp-row">{children}</div>}
    </header>
  )
}
