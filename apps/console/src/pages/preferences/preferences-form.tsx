import { type FormEvent, type ReactNode, useState } from 'react'
import { useTexts } from '../../app/console-context.js'
import { Choice } from '../../components/choice.js'
import { Field } from '../../components/field.js'
import { preferenceProblems, type PreferenceValues } from './preference-values.js'

export interface PreferencesFormProps {
  /** What the form begins with; what is typed stays, whatever is saved elsewhere meanwhile. */
  readonly initial: PreferenceValues
  readonly canChange: boolean
  readonly onSubmit: (values: PreferenceValues) => void
  /** The button and what stands beside it. @param hasChanged whether something was changed */
  readonly children: (hasChanged: boolean) => ReactNode
}

export function PreferencesForm({ initial, canChange, onSubmit, children }: PreferencesFormProps) {
  const { settings } = useTexts()
  const [values, setValues] = useState(initial)
  const [isTried, setIsTried] = useState(false)
  const problems = isTried ? preferenceProblems(values) : {}
  const set = (change: Partial<PreferenceValues>) => setValues((before) => ({ ...before, ...change }))

  function submit(event: FormEvent): void {
    event.preventDefault()
    setIsTried(true)
    if (Object.keys(preferenceProblems(values)).length === 0) onSubmit(values)
  }

  return (
    <form className="lp-form" noValidate onSubmit={submit}>
      <fieldset className="lp-fieldset" disabled={!canChange}>
        <legend>{settings.detail}</legend>
        <Choice
          type="radio"
          name="detail"
          label={settings.summarise}
          hint={settings.summariseHint}
          checked={values.summarise}
          onChange={() => set({ summarise: true })}
        />
        <Choice
          type="radio"
          name="detail"
          label={settings.single}
          hint={settings.singleHint}
          checked={!values.summarise}
          onChange={() => set({ summarise: false })}
        />
        {values.summarise && (
          <Choice
            type="checkbox"
            label={settings.byLocation}
            hint={settings.byLocationHint}
            checked={values.byLocation}
            onChange={(event) => set({ byLocation: event.currentTarget.checked })}
          />
        )}
      </fieldset>
      <Field
        type="date"
        label={settings.startDate}
        hint={settings.startDateHint}
        problem={problems.startDate ? settings.dateWrong : undefined}
        disabled={!canChange}
        value={values.startDate}
        onInput={(event) => set({ startDate: event.currentTarget.value })}
      />
      <Field
        type="time"
        label={settings.schedule}
        hint={settings.scheduleHint}
        disabled={!canChange}
        value={values.syncTime}
        onInput={(event) => set({ syncTime: event.currentTarget.value })}
      />
      <fieldset className="lp-fieldset" disabled={!canChange}>
        <legend>{settings.locked}</legend>
        <Choice
          type="radio"
          name="locked"
          label={settings.lockedHold}
          hint={settings.lockedHoldHint}
          checked={values.lockedPeriod === 'Hold'}
          onChange={() => set({ lockedPeriod: 'Hold' })}
        />
        <Choice
          type="radio"
          name="locked"
          label={settings.lockedMove}
          hint={settings.lockedMoveHint}
          checked={values.lockedPeriod === 'FirstOpenDay'}
          onChange={() => set({ lockedPeriod: 'FirstOpenDay' })}
        />
      </fieldset>
      <Field
        type="number"
        label={settings.tolerance}
        hint={settings.toleranceHint}
        problem={problems.tolerance ? settings.toleranceWrong : undefined}
        disabled={!canChange}
        min={0}
        max={100}
        value={values.tolerance}
        onInput={(event) => set({ tolerance: event.currentTarget.value })}
      />
      {canChange && children(JSON.stringify(values) !== JSON.stringify(initial))}
    </form>
  )
}
