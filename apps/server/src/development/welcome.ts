import type { TokenIssuer } from './token-issuer.js'

/** What a newcomer does first, with a token to do it. */
export async function welcome(issue: TokenIssuer, url: string): Promise<string> {
  const { access_token: token, expires_in: seconds } = await issue({
    subscribers: '*',
    role: 'MINDBODY Automated System',
    name: 'platform',
  })
  return `
Development tokens are on: ${url}/dev/token gives one for anything to whoever asks on this machine,
and owners can look at their books at ${url}/console/.
This one is a platform's and good for ${seconds / 3600} hours. It tells the server about a subscriber:

  TOKEN=${token}
  curl -i -X PUT -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
    -d '{"Region":"US","TimeZone":"America/New_York","Currency":"USD"}' ${url}/Subscriber_1

The next one is an owner's, who links a ledger:

  curl -d role='MINDBODY Owner' -d subscribers=1 ${url}/dev/token

`
}
