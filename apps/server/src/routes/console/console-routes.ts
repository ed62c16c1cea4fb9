import { type Context, Hono } from 'hono'
import { served } from '../../http/served-asset.js'
import { type ConsoleFile, consoleDirectory, consoleFiles } from './console-files.js'

export interface ConsoleOptions {
  /** The pages of others that may embed the console, by origin. */
  readonly origins: readonly string[]
  /** Whether the page may ask for development tokens. */
  readonly developmentTokens: boolean
  /** Where the built console is. Default: where it comes with the server. */
  readonly directory?: string | undefined
}

/** What the page may do: load and ask its own server, and nothing else. */
export const consolePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Names with a hash in them never mean anything else. */
const forEver = 'public, max-age=31536000, immutable'

const notBuilt = `The console is not there: it was not built.

Build it once, and load this page again:

  npm run build --workspace apps/console
`

/** `/console/`: the owners' page, where consent pages lead back to, and the element that other pages embed. No token needed. */
export function consoleRoutes({ origins, developmentTokens, directory }: ConsoleOptions): Hono {
  const settings = JSON.stringify({ developmentTokens, origins })
  let files: ReadonlyMap<string, ReturnType<typeof served>> | undefined
  const answer = async (context: Context): Promise<Response> => {
    const found = consoleDirectory(directory)
    if (found === undefined) {
      return new Response(notBuilt, { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
    }
    files ??= new Map(consoleFiles(found).map((file) => [addressOf(file), servedFile(file)]))
    // Without the slash at its end the page would look for its parts in the wrong place.
    const { pathname } = new URL(context.req.url)
    if (pathname === '/console') return context.redirect('console/')
    const address = pathname.replace(/^\/console\//, '')
    return (await files.get(address)?.(context)) ?? context.notFound()
  }
  return new Hono()
    .get('/settings.json', () =>
      Promise.resolve(
        new Response(settings, {
          headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' },
        }),
      ),
    )
    .get('/', answer)
    .get('/*', answer)
}

/** `''` is the page itself, `linked` where consent pages lead back to. */
function addressOf({ path }: ConsoleFile): string {
  return path.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')
}

function servedFile({ path, type, read }: ConsoleFile): ReturnType<typeof served> {
  return served(async () => ({ body: await read(), type, headers: headersOf(path) }))
}

function headersOf(path: string): Readonly<Record<string, string>> {
  if (path.endsWith('.html')) return { 'Content-Security-Policy': consolePolicy, 'Cache-Control': 'no-cache' }
  return path.startsWith('assets/') ? { 'Cache-Control': forEver } : {}
}
