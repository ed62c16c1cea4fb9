import { type FormEvent, useState } from 'react'
import { useTexts } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { type Entered, missingFields, type SettingField, settingsOf } from '../../linking/settings-schema.js'
import { SettingInput } from './setting-input.js'

export interface SettingsFormProps {
  readonly fields: readonly SettingField[]
  readonly submit: string
  readonly isBusy: boolean
  /** What the server says is wrong, by the name of the setting. */
  readonly problems: ReadonlyMap<string, string>
  readonly onSubmit: (settings: Record<string, unknown>) => void
}

/** Asks for what the ledger needs; what most leave as it is stands apart. */
export function SettingsForm({ fields, submit, isBusy, problems, onSubmit }: SettingsFormProps) {
  const { link } = useTexts()
  const [entered, setEntered] = useState<Entered>({})
  const [missing, setMissing] = useState<readonly string[]>([])
  const needed = fields.filter(({ isRequired, kind }) => isRequired || kind === 'secret')
  const others = fields.filter((field) => !needed.includes(field))

  function send(event: FormEvent): void {
    event.preventDefault()
    const lacking = missingFields(fields, entered)
    setMissing(lacking)
    if (lacking.length === 0) onSubmit(settingsOf(fields, entered))
  }

  const input = (field: SettingField) => (
    <SettingInput
      key={field.name}
      field={field}
      value={entered[field.name]}
      problem={missing.includes(field.name) ? link.needed : problems.get(field.name)}
      onChange={(value) => setEntered((before) => ({ ...before, [field.name]: value }))}
    />
  )
  return (
    <form className="lp-form" noValidate onSubmit={send}>
      {needed.map(input)}
      {others.length > 0 && (
        <details open={others.some(({ name }) => problems.has(name))}>
          <summary>{link.more}</summary>
          <div className="lp-form lp-details">
            <p className="lp-quiet">{link.moreHint}</p>
            {others.map(input)}
          </div>
        </details>
      )}
      <div>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
