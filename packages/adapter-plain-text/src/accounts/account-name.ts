/** What an account is, as its first component says. `Cash` is an asset that hledger counts into cash flows. */
export const accountKinds = ['Asset', 'Cash', 'Liability', 'Equity', 'Revenue', 'Expense'] as const
export type AccountKind = (typeof accountKinds)[number]

const kindsOfRoots = {
  Assets: 'Asset',
  Liabilities: 'Liability',
  Equity: 'Equity',
  Income: 'Revenue',
  Expenses: 'Expense',
} as const satisfies Record<string, AccountKind>

const roots = Object.keys(kindsOfRoots).join('|')
const pattern = new RegExp(`^(?:${roots})(?::[\\p{Lu}0-9][\\p{L}0-9-]*)+$`, 'u')
const maximumLength = 200

/** The rule of {@link isAccountName}, for messages. */
export const accountNameRule =
  'an account name is Assets, Liabilities, Equity, Income or Expenses and one or more further components after ' +
  'colons, each beginning with a capital letter or a digit and consisting of letters, digits and hyphens, ' +
  `at most ${maximumLength} characters in all, such as Assets:Bank or Liabilities:Tax:VAT-20`

/**
 * Whether hledger, ledger and beancount all take the text as an account name. Beancount is the strictest
 * (Beancount Language Syntax, "Accounts"); what it takes, the others take as well.
 */
export function isAccountName(text: string): boolean {
  return text.length <= maximumLength && pattern.test(text) && text.normalize('NFC') === text
}

/** What the first component of a valid account name says that it is. */
export function kindOfName(name: string): AccountKind {
  const root = name.slice(0, name.indexOf(':'))
  for (const [candidate, kind] of Object.entries(kindsOfRoots)) if (candidate === root) return kind
  throw new RangeError(`'${name}' is not an account name: ${accountNameRule}.`)
}

/** Whether an account of that name may be of that kind: the root decides, and cash is an asset. */
export function mayBe(name: string, kind: AccountKind): boolean {
  return kindOfName(name) === (kind === 'Cash' ? 'Asset' : kind)
}
