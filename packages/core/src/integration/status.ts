/** Where an integration stands; each status names the owner's next step. */
export const integrationStatuses = [
  'Unavailable',
  'Available',
  'Initialized',
  'Configured',
  'Inactive',
  'Error',
] as const
export type IntegrationStatus = (typeof integrationStatuses)[number]

export const unavailableReasons = ['UnsupportedRegion', 'UnsupportedPricingLevel'] as const
export type UnavailableReason = (typeof unavailableReasons)[number]

/** What a client can ask of an integration. */
export const integrationActions = [
  'Initialize',
  'Link',
  'Callback',
  'Map',
  'Save',
  'Refresh',
  'SaveXeroTaxRate',
  'Sync',
  'Resync',
  'Deactivate',
  'Remove',
] as const
export type IntegrationAction = (typeof integrationActions)[number]

const linked: readonly IntegrationStatus[] = ['Initialized', 'Configured', 'Inactive', 'Error']

/**
 * In which statuses an action is accepted; elsewhere it is a conflict. An Inactive integration may be read and mapped,
 * but nothing is written into its books: neither documents nor a tax rate.
 */
export const allowedIn: Readonly<Record<IntegrationAction, readonly IntegrationStatus[]>> = {
  Initialize: integrationStatuses,
  Link: ['Available', 'Initialized', 'Configured', 'Inactive', 'Error'],
  Callback: ['Available', 'Initialized', 'Configured', 'Inactive', 'Error'],
  Map: linked,
  Save: linked,
  Refresh: linked,
  SaveXeroTaxRate: ['Initialized', 'Configured', 'Error'],
  Sync: ['Configured'],
  Resync: ['Configured'],
  Deactivate: ['Initialized', 'Configured', 'Error'],
  Remove: linked,
}

/**
 * Where an action leads once it is done, by the status before; where nothing stands, the status stays. Save leads there
 * when all is valid. A ledger without a consent page is linked by Link itself, which then leads where Callback does; a
 * link to other books than before always leads to Initialized.
 */
const outcomes: Partial<Record<IntegrationAction, Partial<Record<IntegrationStatus, IntegrationStatus>>>> = {
  Callback: { Available: 'Initialized', Inactive: 'Initialized', Error: 'Initialized' },
  Save: { Initialized: 'Configured', Error: 'Configured' },
  Deactivate: { Initialized: 'Inactive', Configured: 'Inactive', Error: 'Inactive' },
  Remove: {
    Initialized: 'Available',
    Configured: 'Available',
    Inactive: 'Available',
    Error: 'Available',
  },
}

/** The status after an action that was done whole. */
export function statusAfter(action: IntegrationAction, status: IntegrationStatus): IntegrationStatus {
  return outcomes[action]?.[status] ?? status
}

/** What the owner does next, by status. */
export const nextSteps: Readonly<Record<IntegrationStatus, string>> = {
  Unavailable: 'it is not offered for this subscriber, see UnavailableReasons',
  Available: 'link it first (Link)',
  Initialized: 'map it completely and Save',
  Configured: 'it is ready to Sync',
  Inactive: 'link it again or remove it',
  Error: 'repair the flagged map items and Save, or link it again',
}

/** Whether the action may be taken; if not, what the owner should do instead. */
export function checkAction(
  action: IntegrationAction,
  status: IntegrationStatus,
): { readonly allowed: true } | { readonly allowed: false; readonly explanation: string } {
  return allowedIn[action].includes(status)
    ? { allowed: true }
    : {
        allowed: false,
        explanation: `${action} is not possible while the integration is ${status}: ${nextSteps[status]}.`,
      }
}
