/** The chapters of the reference, in order. */
export const tags = {
  Feeding: 'What the platform tells: about a subscriber, its accounting configuration and its orders.',
  Linking: 'Connects a subscriber to a ledger, and forgets it again.',
  Mapping:
    'Says which tax rate, revenue category and payment method of the platform is which account or tax of the ledger.',
  Syncing: 'Reads the ledger again, and carries orders into it. The work goes on after the answer.',
  Resources:
    'What the platform told, and what was sent, what was not, and why. OData 4.0, read-only, JSON alone; a client that generates code reads `$metadata`.',
  Health: 'For load balancers and supervisors. No token needed.',
} as const

export type TagName = keyof typeof tags
