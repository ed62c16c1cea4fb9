import { describe, expect, it } from 'vitest'
import {
  checkAction,
  type IntegrationAction,
  integrationActions,
  type IntegrationStatus,
  integrationStatuses,
  statusAfter,
} from './status.js'

const table: Readonly<Record<IntegrationAction, readonly IntegrationStatus[]>> = {
  Initialize: ['Unavailable', 'Available', 'Initialized', 'Configured', 'Inactive', 'Error'],
  Link: ['Available', 'Initialized', 'Configured', 'Inactive', 'Error'],
  Callback: ['Available', 'Initialized', 'Configured', 'Inactive', 'Error'],
  Map: ['Initialized', 'Configured', 'Inactive', 'Error'],
  Save: ['Initialized', 'Configured', 'Inactive', 'Error'],
  Refresh: ['Initialized', 'Configured', 'Inactive', 'Error'],
  SaveXeroTaxRate: ['Initialized', 'Configured', 'Error'],
  Sync: ['Configured'],
  Resync: ['Configured'],
  Deactivate: ['Initialized', 'Configured', 'Error'],
  Remove: ['Initialized', 'Configured', 'Inactive', 'Error'],
}

describe.each(integrationActions)('%s', (action) => {
  it.each(integrationStatuses)('while %s is allowed, or says what to do instead', (status) => {
    const explanation = new RegExp(`^${action} is not possible while the integration is ${status}: .+\\.$`)
    const refusal = { allowed: false, explanation: expect.stringMatching(explanation) }
    expect(checkAction(action, status)).toEqual(table[action].includes(status) ? { allowed: true } : refusal)
  })
})

it('tells the owner the next step', () => {
  expect(checkAction('Sync', 'Initialized')).toEqual({
    allowed: false,
    explanation: 'Sync is not possible while the integration is Initialized: map it completely and Save.',
  })
})

it('leads somewhere only by the actions that link, save, stop and forget', () => {
  const changes = integrationActions.flatMap((action) =>
    integrationStatuses
      .map((status) => [action, status, statusAfter(action, status)] as const)
      .filter(([, before, after]) => before !== after)
      .map((change) => change.join(' ')),
  )
  expect(changes).toEqual([
    'Callback Available Initialized',
    'Callback Inactive Initialized',
    'Callback Error Initialized',
    'Save Initialized Configured',
    'Save Error Configured',
    'Deactivate Initialized Inactive',
    'Deactivate Configured Inactive',
    'Deactivate Error Inactive',
    'Remove Initialized Available',
    'Remove Configured Available',
    'Remove Inactive Available',
    'Remove Error Available',
  ])
})
