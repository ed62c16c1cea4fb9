import type { Day } from '../../data/contract.js'

/** How a day is shown: what is not sent yet is no problem, what cannot be sent is one. */
export const dayStates = ['AllSent', 'NotYet', 'SomethingHeld', 'Nothing'] as const
export type DayState = (typeof dayStates)[number]

export function dayState({ State, Held, Rejected, InDoubt }: Day): DayState {
  if (State !== 'SomethingHeld') return State
  return Held === 0 && Rejected === 0 && InDoubt === 0 ? 'NotYet' : 'SomethingHeld'
}
