import { counted } from './common.js'

export const integrations = {
  title: 'Your books',
  intro: 'Choose the ledger that your sales are carried into. Nothing is sent before you say so.',
  what: 'your books',
  empty: 'No ledger is offered here',
  unknown: 'Your business is not known here yet',
  unknownDetail:
    'Your booking platform has not told this server about it. Ask your platform to do so, then load this page again.',
  emptyDetail: 'The operator of this server has not set up any ledger yet. Ask your platform.',
  status: {
    Unavailable: 'Not available',
    Available: 'Not linked',
    Initialized: 'Being set up',
    Configured: 'Ready',
    Inactive: 'Switched off',
    Error: 'Needs attention',
  },
  explained: {
    Unavailable: 'It is not offered for your account.',
    Available: 'Link it to begin. It takes a minute, and you can undo it at any time.',
    Initialized: 'It is linked. Say what belongs where, then start.',
    Configured: 'Your sales are carried into these books.',
    Inactive: 'Nothing is sent while it is switched off. Link it again to go on, or remove it.',
    Error: 'Nothing is sent until this is repaired. What was sold meanwhile is kept and sent afterwards.',
  },
  reasons: ['Your region is not supported.', 'Your pricing level does not include accounting.'],
  reasonUnknown: 'Ask your platform why.',
  reasonsTitle: 'Why not',
  organisation: (name: string) => `Linked to ${name}`,
  lastSync: (moment: string) => `Last sync ${moment}`,
  neverSynced: 'Never synced',
  action: {
    Unavailable: null,
    Available: 'Link',
    Initialized: 'Continue setting up',
    Configured: 'Open',
    Inactive: 'Link again',
    Error: 'Repair',
  },
  steps: { link: 'Link', map: 'Map', start: 'Start' },
  stepStates: { done: 'done', current: 'next', later: 'later', problem: 'needs attention' },
  stepsOf: (title: string) => `Steps for ${title}`,
  next: {
    map: 'Say what belongs where',
    start: 'Check and start',
    repairMaps: (count: number) =>
      `${counted(count, 'thing points', 'things point')} to what your ledger no longer has.`,
    repairMapsAction: 'Repair the mapping',
    repairLink:
      'Your ledger does not accept the link any more, or a sync stopped: link it again. If you have just repaired the mapping, check it and start again.',
    startAgain: 'Everything is mapped. Check it once more and start again.',
    relink: 'Link again',
  },
}
