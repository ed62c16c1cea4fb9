import type { Finding } from './finding.js'

const least = [20, 19] as const
const supported = [22, 24]

/** @param version of Node.js, as `process.versions.node` has it */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const about = 'Node.js'
  if (major < least[0] || (major === least[0] && minor < least[1])) {
    return {
      about,
      verdict: 'wrong',
      message: `${version} is older than ${least.join('.')}`,
      advice: 'Install Node.js 22 or 24.',
    }
  }
  if (supported.includes(major)) return { about, verdict: 'fine', message: version }
  return {
    about,
    verdict: 'warning',
    message: `${version} works`,
    advice: `Run Node.js ${supported.join(' or ')} in production.`,
  }
}

/** @param open connects and closes again; answers what the database says of itself */
export async function databaseFinding(
  url: string | undefined,
  open: (url: string) => Promise<string>,
): Promise<Finding> {
  const about = 'Database'
  if (url === undefined || url === '') {
    return {
      about,
      verdict: 'fine',
      message: 'DATABASE_URL is not set: servers started here use the embedded one',
    }
  }
  try {
    return { about, verdict: 'fine', message: await open(url) }
  } catch (error) {
    return {
      about,
      verdict: 'wrong',
      message: error instanceof Error ? error.message : String(error),
      advice:
        'Check DATABASE_URL, and that the PostgreSQL server runs (15 or later) and lets this machine in.',
    }
  }
}
