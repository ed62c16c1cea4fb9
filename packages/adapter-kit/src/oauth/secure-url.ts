const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Whether the URL is plain HTTP to this very machine, the only place where that may be spoken to without TLS. */
export function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && loopback.has(hostname)
}

/** @throws RangeError for a URL that is neither HTTPS nor loopback */
export function requireSecure(url: string, what: string): string {
  if (new URL(url).protocol === 'https:' || isLoopback(url)) return url
  throw new RangeError(
    `${what} must be an https URL (http is allowed for 127.0.0.1 and localhost only), not ${url}`,
  )
}
