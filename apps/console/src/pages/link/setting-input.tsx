import { useId } from 'react'
import { Button } from '../../components/button.js'
import { Choice } from '../../components/choice.js'
import { Field } from '../../components/field.js'
import { useTexts } from '../../app/console-context.js'
import {
  type Entered,
  type EnteredValue,
  type SettingField,
  spokenName,
} from '../../linking/settings-schema.js'

export interface SettingInputProps {
  readonly field: SettingField
  readonly value: EnteredValue | undefined
  readonly problem: string | undefined
  readonly onChange: (value: EnteredValue) => void
}

export function SettingInput({ field, value, problem, onChange }: SettingInputProps) {
  const { link } = useTexts()
  const { kind, name, isRequired, byDefault } = field
  const id = useId()
  const known = link.fields[name]
  const spoken = known?.label ?? spokenName(name)
  const label = isRequired ? spoken : `${spoken} (${link.optional})`
  const hint = known?.hint ?? (byDefault === null ? undefined : link.byDefault(byDefault))
  if (kind === 'boolean') {
    return (
      <Choice
        type="checkbox"
        label={spoken}
        checked={(value ?? byDefault === 'true') === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    )
  }
  if (kind === 'choice') {
    return (
      <div className="lp-field">
        <label htmlFor={id}>{label}</label>
        <select
          id={id}
          className="lp-input"
          value={typeof value === 'string' ? value : (byDefault ?? '')}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {byDefault === null && <option value="">{link.choose}</option>}
          {field.options.map((option) => (
            <option key={option} value={option}>
              {link.choices[option] ?? spokenName(option)}
            </option>
          ))}
        </select>
        {hint !== undefined && <small>{hint}</small>}
      </div>
    )
  }
  if (kind === 'list') {
    const entries = typeof value === 'object' ? value : []
    return <SettingList field={field} label={spoken} hint={hint} entries={entries} onChange={onChange} />
  }
  return (
    <Field
      label={label}
      hint={hint}
      problem={problem}
      type={kind === 'secret' ? 'password' : kind}
      autoComplete={kind === 'secret' ? 'current-password' : 'off'}
      value={typeof value === 'string' ? value : ''}
      placeholder={byDefault ?? ''}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface SettingListProps {
  readonly field: SettingField
  readonly label: string
  readonly hint: string | undefined
  readonly entries: readonly Entered[]
  readonly onChange: (entries: readonly Entered[]) => void
}

function SettingList({ field, label, hint, entries, onChange }: SettingListProps) {
  const { link } = useTexts()
  return (
    <fieldset className="lp-fieldset">
      <legend>{label}</legend>
      {hint !== undefined && <small className="lp-quiet">{hint}</small>}
      {entries.map((entry, index) => (
        <div className="lp-row" key={index}>
          {field.entry.map((part) => (
            <SettingInput
              key={part.name}
              field={part}
              value={entry[part.name]}
              problem={undefined}
              onChange={(value) => onChange(entries.with(index, { ...entry, [part.name]: value }))}
            />
          ))}
          <Button kind="quiet" onClick={() => onChange(entries.filter((_, other) => other !== index))}>
            {link.removeEntry(`${label} ${index + 1}`)}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...entries, {}])}>{link.addEntry}</Button>
      </div>
    </fieldset>
  )
}
