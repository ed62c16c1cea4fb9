import type { MessagePattern } from '@ledgerpost/adapter-kit'

/**
 * What Tryton's messages mean: it sends no codes. They are asked for in English. The first row that fits decides, so
 * what must never be overlooked comes first. The words are those that Tryton 6.0 answered with.
 */
export const messagePatterns: readonly MessagePattern[] = [
  {
    pattern:
      /of "Account Move( Line)?" that don't exist|cannot modify (posted move|line .* from posted move)|not allowed to read records .* of "Account Move"/i,
    kind: 'stale',
    advice: 'It was changed in Tryton meanwhile, or does not exist there any more.',
  },
  {
    pattern: /closed (journal-)?period|field "Period"|outside the period|"Period" that don't exist/i,
    kind: 'period-locked',
    advice: 'Open the period in Tryton and Refresh, or choose to book on the first open day; then Resync.',
  },
  {
    pattern: /not allowed to /i,
    kind: 'reauthorise',
    advice: 'Give the user the right in Tryton, or link again as another.',
  },
  {
    pattern: /balance all its lines|fill in its lines|both debit and credit/i,
    kind: 'unbalanced',
    advice: 'Please report this: the move that was sent does not add up for Tryton.',
  },
  {
    pattern: /field "Party"|(set|remove) (a|the) party/i,
    kind: 'contact',
    advice:
      'Map to an account that needs no party, or link again with the code of the party to book for; then Resync.',
  },
  {
    pattern: /field "(Tax|Tax Line)"|in "Tax Line"/i,
    kind: 'tax',
    advice: 'Refresh, map the tax to one that the company has, and Resync.',
  },
  {
    pattern: /field "Account"|on account "|second currency/i,
    kind: 'unknown-account',
    advice: 'Refresh, map to an account that exists and is not closed, and Resync.',
  },
]

/** A refusal that fits no row. */
export const unknownRefusal = {
  kind: 'invalid',
  advice: 'Change what it names, in Tryton or in the maps, and Resync.',
} as const

/** What a fault says that goes away by itself: the database was busy or out of reach. */
export const passingFault =
  /database is locked|could not serialize|deadlock|lock (timeout|not available)|could not obtain lock|connection|timed? ?out|too many clients|server closed/i
