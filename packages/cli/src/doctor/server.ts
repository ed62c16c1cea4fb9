import { ProblemError } from '@ledgerpost/client'
import { decodeJwt } from 'jose'
import { openAccess } from '../access/open-access.js'
import { type AccessOptions, givenUrl } from '../access/options.js'
import { CommandError, reportOf } from '../command-error.js'
import { counted, statusName } from '../output/words.js'
import type { Surroundings } from '../surroundings.js'
import type { Finding } from './finding.js'

/** Beyond this, tokens are taken for lapsed or not yet good; in milliseconds. */
const mostSkew = 30_000

/** Whether the server answers, can serve, and its clock agrees with ours. */
export async function serverFindings(
  { fetch, clock, signal }: Pick<Surroundings, 'fetch' | 'clock' | 'signal'>,
  url: string,
): Promise<readonly Finding[]> {
  const about = 'Server'
  try {
    const live = await fetch(`${url}/health/live`, { signal })
    const ready = await fetch(`${url}/health/ready`, { signal })
    if (!live.ok) {
      return [
        {
          about,
          verdict: 'wrong',
          message: `${url} answers ${live.status} to /health/live: it is no Ledgerpost server`,
          advice: 'Check --url or LEDGERPOST_URL.',
        },
      ]
    }
    return [
      { about, verdict: 'fine', message: `${url} answers` },
      ready.ok
        ? { about: 'Readiness', verdict: 'fine', message: 'it can serve' }
        : {
            about: 'Readiness',
            verdict: 'wrong',
            message: `/health/ready answers ${ready.status}: its database does not answer, or it is stopping`,
            advice: 'Look at the log of the server; docs/operations.md tells what to do.',
          },
      clockFinding(live.headers.get('Date'), clock.now()),
    ]
  } catch (error) {
    const { message } = reportOf(error, url)
    return [{ about, verdict: 'wrong', message, advice: 'ledgerpost serve --dev-tokens starts one here.' }]
  }
}

function clockFinding(date: string | null, now: number): Finding {
  const about = 'Clocks'
  if (date === null) return { about, verdict: 'fine', message: 'the server does not tell its time' }
  const skew = Math.abs(Date.parse(date) - now)
  const seconds = Math.round(skew / 1000)
  if (skew <= mostSkew) return { about, verdict: 'fine', message: `${seconds} s apart` }
  return {
    about,
    verdict: 'wrong',
    message: `${seconds} s apart, so that tokens are refused as lapsed or not yet good`,
    advice: 'Set the clocks of both machines (NTP).',
  }
}

/** Whether the token is good, for whom, and what the server offers to its subscriber. */
export async function accessFindings(
  surroundings: Surroundings,
  options: AccessOptions,
): Promise<readonly Finding[]> {
  const given = options.token ?? surroundings.variables['LEDGERPOST_TOKEN']
  const told = given === undefined ? [] : [tokenFinding(given, surroundings.clock.now())]
  try {
    const { subscriber, subscriberId } = await openAccess(surroundings, options, 'MINDBODY Owner')
    const offered = await subscriber.integrations({ signal: surroundings.signal })
    return [
      ...told,
      {
        about: 'Access',
        verdict: 'fine',
        message: `the books of subscriber ${subscriberId} may be looked after`,
      },
      {
        about: 'Ledgers',
        verdict: 'fine',
        message: `${counted(offered.length, 'adapter')}: ${offered.map(({ Type, Status }) => `${Type} (${statusName(Status)})`).join(', ')}`,
      },
    ]
  } catch (error) {
    if (!(error instanceof ProblemError) && !(error instanceof CommandError)) throw error
    const { message, next } = reportOf(error, givenUrl(options, surroundings.variables))
    return [
      ...told,
      {
        about: 'Access',
        verdict: 'wrong',
        message,
        advice: adviceFor(error) ?? next ?? 'Check the options.',
      },
    ]
  }
}

function adviceFor(error: ProblemError | CommandError): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  if (error.status === 401) return 'Get a new token from the issuer that the server trusts.'
  if (error.status === 403) return 'Use a token whose role is MINDBODY Owner or MINDBODY Admin.'
  if (error.status === 404)
    return 'Have the platform tell about the subscriber (PUT /Subscriber_{id}), or use a token that names it.'
  return undefined
}

/** What the token says of itself; only the server can say whether it is genuine. */
function tokenFinding(token: string, now: number): Finding {
  const about = 'Token'
  try {
    const { exp, role, subscribers } = decodeJwt<{ role?: unknown; subscribers?: unknown }>(token)
    const whom = `${typeof role === 'string' ? role : 'no role'}, subscribers ${JSON.stringify(subscribers ?? null)}`
    if (exp !== undefined && exp * 1000 <= now) {
      return {
        about,
        verdict: 'wrong',
        message: `${whom}; it lapsed at ${new Date(exp * 1000).toISOString()}`,
        advice: 'Get a new one from its issuer.',
      }
    }
    return {
      about,
      verdict: 'fine',
      message: `${whom}, good ${exp === undefined ? 'for ever' : `until ${new Date(exp * 1000).toISOString()}`}`,
    }
  } catch {
    return {
      about,
      verdict: 'wrong',
      message: 'it is no JSON Web Token',
      advice: 'Pass the token alone, without “Bearer”.',
    }
  }
}
