import type { ReactNode } from 'react'

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="lp-empty">
      <strong>{title}</strong>
      {children}
    </div>
  )
}
