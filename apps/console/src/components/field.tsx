import { type InputHTMLAttributes, useId } from 'react'

export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with what was entered, and what would be right. */
  readonly problem?: string | undefined
}

export function Field({ label, hint, problem, ...rest }: FieldProps) {
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .join(' ')
    .trim()
  return (
    <div className="lp-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        className="lp-input"
        aria-invalid={problem !== undefined}
        aria-describedby={described === '' ? undefined : described}
      />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      {problem !== undefined && (
        <span className="lp-wrong" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  )
}
