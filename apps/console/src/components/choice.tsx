import type { InputHTMLAttributes } from 'react'

export interface ChoiceProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly type: 'radio' | 'checkbox'
  readonly label: string
  readonly hint?: string
}

/** A box or a dot with its words, all of which take the click. */
export function Choice({ label, hint, ...rest }: ChoiceProps) {
  return (
    <label className="lp-choice">
      <input {...rest} />
      <span>{label}</span>
      {hint !== undefined && <small>{hint}</small>}
    </label>
  )
}
