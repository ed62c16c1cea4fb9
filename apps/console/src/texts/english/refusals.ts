import type { RefusalCode } from '../../words/refusals.js'

interface Explained {
  readonly title: string
  readonly what: string
}

const codes: Readonly<Record<RefusalCode, Explained>> = {
  MappingMissing: {
    title: 'Something in it has no place yet',
    what: 'It is held until you say where that belongs. It is then sent by itself with the next sync, or at once if you send it again.',
  },
  PeriodLocked: {
    title: 'Your ledger is locked for that day',
    what: 'Unlock the period in your ledger, or choose in the settings that such sales go on the first open day.',
  },
  CurrencyNotSupported: {
    title: 'Your ledger does not keep this currency',
    what: 'Add the currency in your ledger, or book these sales by hand.',
  },
  TaxNotRepresentable: {
    title: 'The tax chosen for it cannot carry this amount',
    what: 'The tax of your ledger computes another amount than was paid. Choose a tax with the same rate.',
  },
  NotRepresentable: {
    title: 'Your ledger cannot carry this exactly',
    what: 'It is held rather than booked a cent off. What the ledger lacks is told below.',
  },
  Queued: {
    title: 'It waits for an earlier one',
    what: 'An earlier packet of the same kind has to go first. There is nothing for you to do here: look at the earlier one.',
  },
  unknown: {
    title: 'The ledger did not answer in time',
    what: 'It may or may not have arrived. It is looked up before it is sent again, so nothing is booked twice. There is nothing for you to do.',
  },
  unbalanced: {
    title: 'Your ledger says that it does not add up',
    what: 'Compare it with what the ledger says below, and tell your platform.',
  },
  'period-locked': {
    title: 'Your ledger is locked for that day',
    what: 'Unlock the period in your ledger and send it again.',
  },
  'unknown-account': {
    title: 'Your ledger no longer has the account',
    what: 'Choose another account in the mapping, or restore it in your ledger. Then send it again.',
  },
  tax: {
    title: 'Your ledger does not accept the tax',
    what: 'Choose another tax in the mapping and send it again.',
  },
  contact: {
    title: 'Your ledger does not accept the customer record',
    what: 'Look for the customer in your ledger: it may be archived or exist twice. Then send it again.',
  },
  stale: {
    title: 'The entry was changed in your ledger meanwhile',
    what: 'Send it again: it is compared with what is there now.',
  },
  invalid: {
    title: 'Your ledger refused it',
    what: 'What the ledger says is told below. Repair that there, then send it again.',
  },
  UnbalancedOrder: {
    title: 'The order does not add up',
    what: 'Its items and payments differ. Correct it on your platform; it is then sent with the next sync.',
  },
  BeforeStartDate: {
    title: 'It is older than the day you started',
    what: 'Earlier days are left out so that they are not booked twice. Choose an earlier start date to have them sent.',
  },
}

export const refusals = {
  codes,
  other: { title: 'It is not in the books yet', what: 'What is known is told below.' },
  said: 'In detail',
  fixes: {
    map: 'Go to the mapping',
    settings: 'Go to the settings',
    relink: 'Link again',
    unlock: 'Choose what happens in locked periods',
    look: null,
    wait: null,
    resend: null,
    platform: null,
  },
}
