import type { ButtonHTMLAttributes, ReactNode } from 'react'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger'
  /** Whether what it began is still going on; it then takes no clicks. */
  readonly isBusy?: boolean
  readonly children: ReactNode
}

export function Button({ kind = 'plain', isBusy = false, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={isBusy ? 'lp-button lp-busy' : 'lp-button'}
      data-kind={kind}
      disabled={rest.disabled === true || isBusy}
    >
      {children}
    </button>
  )
}
