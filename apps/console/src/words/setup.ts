import type { AccountingIntegration } from '@ledgerpost/client'
import { statusName, type StatusName, type Step, type StepState, stepStates } from './status.js'

/** How far the owner has come, and what is in the way. */
export interface Setup {
  readonly status: StatusName
  /** Map items that point to what the ledger no longer has. */
  readonly broken: number
  /** What has no place yet. */
  readonly missing: number
  readonly steps: Readonly<Record<Step, StepState>>
}

export function setupOf({
  Status,
  Maps,
  MissingMaps = [],
}: Pick<AccountingIntegration, 'Status' | 'Maps' | 'MissingMaps'>): Setup {
  const status = statusName(Status)
  const broken = Maps.flatMap(({ MapItems }) => MapItems).filter(({ ErrorFlag }) => ErrorFlag).length
  const missing = MissingMaps.length
  return { status, broken, missing, steps: stepStates(status, broken + missing === 0) }
}
