interface FieldText {
  readonly label: string
  readonly hint?: string
}

/** The settings of the ledgers that come with Ledgerpost; those of others are told by their names. */
const fields: Readonly<Record<string, FieldText>> = {
  url: { label: 'Address of the server', hint: 'Such as https://tryton.example.org' },
  database: { label: 'Database', hint: 'The one with your books.' },
  user: { label: 'User', hint: 'Who may create and post entries.' },
  password: { label: 'Password', hint: 'Leave it empty if your operator has set one up.' },
  company: { label: 'Company', hint: 'Needed only if the user has several.' },
  journal: { label: 'Journal', hint: 'The code of the journal that entries are made in.' },
  party: { label: 'Party', hint: 'The code of the party that entries are booked for.' },
  contactName: {
    label: 'Customer in the ledger',
    hint: 'All sales are booked in the name of this customer.',
  },
  customerId: {
    label: 'Id of the customer',
    hint: 'In whose name sales are booked in the ledger. Without it they have none.',
  },
  classId: { label: 'Id of the class', hint: 'For companies that track classes.' },
  departmentId: { label: 'Id of the location', hint: 'For companies that track locations.' },
  salesTaxAccountId: {
    label: 'Id of the account for sales tax',
    hint: 'Needed only if the company has several such accounts.',
  },
  bookedAs: { label: 'Booked as' },
  currency: { label: 'Currency of the books', hint: 'Three letters, such as EUR.' },
  accounts: {
    label: 'Accounts to begin with',
    hint: 'Without any, a usual set is made. Later, the file rules.',
  },
  name: { label: 'Name' },
  kind: { label: 'Kind' },
}

const choices: Readonly<Record<string, string>> = {
  invoices: 'Invoices',
  'bank-transactions': 'Bank transactions',
  'manual-journals': 'Manual journals',
}

export const link = {
  fields,
  choices,
  needed: 'This is needed.',
  byDefault: (value: string) => `Without it: ${value}`,
  title: (ledger: string) => `Link ${ledger}`,
  what: 'what this ledger needs',
  oauth: (ledger: string) =>
    `${ledger} opens in a window of its own. Sign in there, choose the organisation whose books these are, and agree. You come back here by yourself.`,
  oauthPrivacy: (ledger: string) => `Your ${ledger} password stays with ${ledger}; it is never seen here.`,
  credentials: 'Enter where your ledger is and who may write into it. It is tried at once.',
  none: 'The books are kept as text files on the server. There is nothing to sign in to.',
  continueAt: (ledger: string) => `Continue to ${ledger}`,
  linkNow: 'Link now',
  optional: 'optional',
  more: 'More settings',
  moreHint: 'What is there is right for most merchants.',
  waiting: (ledger: string) => `Waiting for ${ledger}. Finish in the other window.`,
  openAgain: 'Open the window again',
  blocked: 'Your browser did not open the window. Allow pop-ups for this page, or go there in this window.',
  goHere: 'Go there in this window',
  closed: 'The window was closed before the link was finished. Nothing was linked.',
  declined: (ledger: string) =>
    `You did not agree at ${ledger}, so nothing was linked. Try again when you want to.`,
  refused: (ledger: string, reason: string) =>
    `${ledger} ended the link (${reason}). Nothing was linked. Try again.`,
  done: (organisation: string) => `Linked to ${organisation}`,
  doneUnnamed: 'Linked',
  doneNext: 'Next, say what belongs where.',
  toMapping: 'Go on to the mapping',
  wrongOrganisation: 'Not the right organisation?',
  otherOrganisation: 'Choose another one',
  currencyOf: (currency: string) => `Its currency is ${currency}.`,
  keeps: 'The mapping that you made before is kept.',
  choose: 'Choose',
  addEntry: 'Add one',
  removeEntry: (name: string) => `Remove ${name}`,
  page: {
    handed: 'Linked. You can close this window.',
    working: 'Finishing the link…',
    nobody:
      'No page here waits for this link, so nothing was linked. If you did not begin it yourself, close this window. Otherwise begin again from your books.',
    toBooks: 'To your books',
  },
}
