import type { MessagePattern } from '@ledgerpost/adapter-kit'

type Meaning = Omit<MessagePattern, 'pattern'>

const unknownTarget: Meaning = {
  kind: 'unknown-account',
  advice: 'Refresh, map to an item or account that exists and is active, and Resync.',
}
const linkAgain: Meaning = { kind: 'reauthorise', advice: 'Link again as an administrator of the company.' }

/**
 * What Intuit's error codes mean, without leading zeros (developer.intuit.com, handling common errors). 6000 and 2500 are not
 * here: they stand for any rule of the books and for any reference, and their words decide.
 */
export const meaningsOfCodes: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['120', linkAgain],
  ['3100', linkAgain],
  ['3200', linkAgain],
  // Its sentence names everything that could be meant, customers included.
  ['610', unknownTarget],
  ['3001', { kind: 'rate-limited', advice: 'Sending goes on shortly.' }],
  ['5010', { kind: 'stale', advice: 'Somebody changed it in QuickBooks meanwhile: compare it there.' }],
  [
    '6070',
    {
      kind: 'unbalanced',
      advice: 'Please report this: the document that was sent does not add up for QuickBooks.',
    },
  ],
  ['6140', { kind: 'duplicate', advice: 'It is looked up and compared.' }],
  ['6190', { kind: 'quota', advice: "The company's QuickBooks subscription has lapsed: renew it there." }],
  [
    '6210',
    {
      kind: 'period-locked',
      advice:
        'Open the period in QuickBooks and Refresh, or choose to book on the first open day; then Resync.',
    },
  ],
  [
    '6240',
    {
      kind: 'contact',
      advice: 'Customers, vendors and employees share their names: rename one in QuickBooks; then Resync.',
    },
  ],
  [
    '6540',
    { kind: 'stale', advice: 'It was deposited in QuickBooks: take it out of the deposit there first.' },
  ],
])

/** What the words mean, of refusals without a telling code. The first row that any message fits decides. */
export const messagePatterns: readonly MessagePattern[] = [
  {
    pattern: /duplicate document number|number has already been used/i,
    kind: 'duplicate',
    advice: 'It is looked up and compared.',
  },
  {
    pattern:
      /(account(ing)? period|books?) (is|are|has been|have been|was|were)? ?closed|clos(ed|ing) (date|period)|book ?close/i,
    kind: 'period-locked',
    advice:
      'Open the period in QuickBooks and Refresh, or choose to book on the first open day; then Resync.',
  },
  {
    pattern: /subscription|company status|billing/i,
    kind: 'quota',
    advice: "The company's QuickBooks subscription does not allow it: look after it there.",
  },
  {
    pattern: /\b(gst|vat|hst|pst|qst)\b|(sales )?tax (code|rate|amount|agency)|\btaxcode/i,
    kind: 'tax',
    advice: 'Refresh, map the tax to a code that is active in QuickBooks, and Resync.',
  },
  {
    pattern: /\bcustomer\b|\bnames? element/i,
    kind: 'contact',
    advice: 'Restore the customer in QuickBooks, or link again with another one; then Resync.',
  },
  {
    pattern: /debits? .*credits?|not (in )?balance|out of balance|amount is not equal/i,
    kind: 'unbalanced',
    advice: 'Please report this: the document that was sent does not add up for QuickBooks.',
  },
  {
    pattern:
      /inactive|has been deleted|made inactive|invalid reference|object not found|account|\bitems?\b|product\/service/i,
    ...unknownTarget,
  },
]

/** A refusal that fits no row. */
export const unknownRefusal: Meaning = {
  kind: 'invalid',
  advice: 'Change what it names, in QuickBooks or in the maps, and Resync.',
}
