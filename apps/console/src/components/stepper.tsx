import { useTexts } from '../app/console-context.js'
import { type Step, type StepState, steps } from '../words/status.js'
import { Icon } from './icon.js'

export interface StepperProps {
  readonly title: string
  readonly states: Readonly<Record<Step, StepState>>
}

export function Stepper({ title, states }: StepperProps) {
  const { integrations } = useTexts()
  return (
    <ol className="lp-steps" aria-label={integrations.stepsOf(title)}>
      {steps.map((step, index) => (
        <li
          key={step}
          className="lp-step"
          data-state={states[step]}
          aria-current={states[step] === 'current' ? 'step' : undefined}
        >
          <span aria-hidden="true">{markOf(states[step], index)}</span>
          <span>
            {integrations.steps[step]}
            <span className="lp-hidden">, {integrations.stepStates[states[step]]}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function markOf(state: StepState, index: number) {
  if (state === 'done') return <Icon name="check" size={14} />
  if (state === 'problem') return <Icon name="cross" size={14} />
  return index + 1
}
