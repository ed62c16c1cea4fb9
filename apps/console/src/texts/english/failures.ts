const titles: Readonly<Record<string, string>> = {
  conflict: 'This is not possible at the moment',
  forbidden: 'You may not do this',
  'invalid-body': 'Something that you entered cannot be used',
  'invalid-input': 'Something that you entered cannot be used',
  'rate-limited': 'Too many requests in a short time',
  'integrator-reauthorise': 'Your ledger does not accept the link any more',
  'integrator-quota': 'Your ledger takes no more calls today',
  'integrator-rate-limited': 'Your ledger asks for a pause',
  'integrator-transient': 'Your ledger does not answer',
  'store-unavailable': 'The server cannot reach its database',
}

export const failures = {
  titleOf: (status: number, code: string | null): string => {
    const known = code === null ? undefined : titles[code]
    if (known !== undefined) return known
    if (status === 404) return 'This is not there'
    if (code?.startsWith('integrator-') === true) return 'Your ledger refused this'
    return status >= 500 ? 'The server could not do this' : 'The server refused this'
  },
  unreachable: {
    title: 'The server cannot be reached',
    detail: 'Check your connection and try again. Nothing that you entered is lost.',
  },
  tookTooLong: {
    title: 'This takes longer than expected',
    detail: 'It goes on without this page. Look again later.',
  },
  unexpected: {
    title: 'This page made a mistake',
    detail: 'Load it again. Your books are not touched by that. If it happens again, tell your platform.',
  },
  reference: (text: string) => `For support: ${text}`,
}
