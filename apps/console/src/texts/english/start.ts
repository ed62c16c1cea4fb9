export const start = {
  title: 'Check and start',
  intro: 'This is what will happen. Nothing was sent so far.',
  what: 'the checks',
  checks: 'Checks',
  ok: 'In order',
  warning: 'Please look',
  problem: 'Must be repaired',
  linked: (organisation: string) => `Linked to ${organisation}.`,
  linkedUnnamed: 'Linked.',
  mapped: 'Everything has a place.',
  unmapped: (count: number) =>
    count === 1 ? 'One thing has no place yet.' : `${count.toLocaleString('en')} things have no place yet.`,
  unmappedNext: 'Sales that need it would be held back.',
  broken: (count: number) =>
    count === 1
      ? 'One place is no longer in your ledger.'
      : `${count.toLocaleString('en')} places are no longer in your ledger.`,
  toMapping: 'Go to the mapping',
  sameCurrency: (currency: string) => `You sell in ${currency}, and so do the books.`,
  otherCurrency: (mine: string, books: string) =>
    `You sell in ${mine}, but the books are kept in ${books}. Sales would be held back where the ledger cannot carry ${mine}.`,
  notLocked: 'No period is locked after the day you start.',
  locked: (through: string) =>
    `Your ledger is locked through ${through}. Sales of those days are held back, unless you choose otherwise below.`,
  money: (amount: string) =>
    `You sold ${amount} in the last 90 days; expect about that much for each quarter.`,
  how: 'How it is booked',
  start: 'Start',
  saving: 'Saving…',
  notYet: 'It cannot start yet',
}
