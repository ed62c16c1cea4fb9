/** `1 packet`, `2 packets`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

export const common = {
  product: 'Ledgerpost',
  books: 'Your books',
  loading: (what: string) => `Loading ${what}…`,
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  none: 'None',
  theme: 'Colours',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  signedInAs: (name: string) => `Signed in as ${name}`,
  skip: 'Skip to content',
  sections: {
    overview: 'Overview',
    mapping: 'Mapping',
    history: 'History',
    settings: 'Settings',
  },
  sectionsOf: (title: string) => `Sections of ${title}`,
  readOnly: 'You may look at everything here. Only the owner can change it.',
  offline: 'There is no connection. What you enter stays here and is saved once the connection is back.',
  notFound: 'There is no such page here.',
  notFoundDetail: 'The address may be old or mistyped. Go on from your books.',
  orders: (count: number) => counted(count, 'order', 'orders'),
  packets: (count: number) => counted(count, 'packet', 'packets'),
  opensElsewhere: '(opens in a new tab)',
}
