import type { MessagePattern } from '@ledgerpost/adapter-kit'

/**
 * What Xero's validation messages mean: it sends no codes. The first row that any message of an element fits
 * decides, so what must never be overlooked comes first. The sentences are Xero's own, from its documentation,
 * its specification's examples and the demo company.
 */
export const messagePatterns: readonly MessagePattern[] = [
  {
    pattern:
      /(invoice|credit ?note) (#|number) must be unique|(invoice|credit ?note) number .*already (exists|in use)/i,
    kind: 'duplicate',
    advice: 'It is looked up and compared.',
  },
  {
    pattern: /lock date|period (is|has been) locked|locked period/i,
    kind: 'period-locked',
    advice: 'Open the period in Xero and Refresh, or choose to book on the first open day; then Resync.',
  },
  {
    pattern:
      /limit of invoices|reached the limit|subscription.*(limit|upgrade)|upgrade your (plan|subscription)/i,
    kind: 'quota',
    advice:
      "The allowance of the organisation's Xero plan is used up: upgrade it or wait for the next month.",
  },
  {
    pattern:
      /exceeds the amount (outstanding|due|remaining)|only be made against authorised|already (fully )?paid/i,
    kind: 'stale',
    advice: 'Somebody paid, credited or voided the document in Xero: compare it there.',
  },
  {
    pattern: /tracking (category|option)/i,
    kind: 'unknown-account',
    advice: 'Restore the tracking option in Xero and Refresh, or link again with another; then Resync.',
  },
  {
    pattern: /tax ?(type|rate|code|amount)|does not (apply|exist).*tax/i,
    kind: 'tax',
    advice: 'Refresh, map the tax to a rate that Xero allows for this account, and Resync.',
  },
  {
    pattern: /account|bank account|enable ?payments/i,
    kind: 'unknown-account',
    advice: 'Refresh, map to an account that exists and may be used so, and Resync.',
  },
  {
    pattern: /contact/i,
    kind: 'contact',
    advice: 'Restore or rename the contact in Xero, or link again with another contact name; then Resync.',
  },
  {
    pattern: /line total|expected line total|do(es)? not (match|equal|balance)|total debits|must equal/i,
    kind: 'unbalanced',
    advice: 'Please report this: the document that was sent does not add up for Xero.',
  },
]

/** A refusal that fits no row. */
export const unknownRefusal = {
  kind: 'invalid',
  advice: 'Change what it names, in Xero or in the maps, and Resync.',
} as const
