import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { openApiDocument } from '../../openapi/document.js'
import { bundlePath } from './bundle.js'
import { page, pagePolicy, startScript } from './page.js'

/** What does not change while the server runs. */
interface Asset {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
}

const script = 'text/javascript; charset=utf-8'

/**
 * `/openapi.json`, the description of all addresses, and `/reference`, a page to read it and to try calls. No token
 * needed. Everything that the page loads comes from here.
 */
export function referenceRoutes(publicUrl: string | undefined): Hono {
  return new Hono()
    .get(
      '/openapi.json',
      served(async () => ({
        body: JSON.stringify(openApiDocument(publicUrl === undefined ? {} : { publicUrl })),
        type: 'application/json',
      })),
    )
    .get(
      '/reference',
      served(async () => ({
        body: page,
        type: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': pagePolicy },
      })),
    )
    .get(
      '/reference/start.js',
      served(async () => ({ body: startScript, type: script })),
    )
    .get(
      '/reference/scalar.js',
      served(async () => ({ body: new Uint8Array(await readFile(bundlePath())), type: script })),
    )
}

/** Made at the first request, and from then on answered by its ETag to those that have it. */
function served(make: () => Promise<Asset>) {
  let made: Promise<Asset & { readonly etag: string }> | undefined
  const forget = (error: unknown): never => {
    made = undefined
    throw error
  }
  return async ({
    req,
  }: {
    readonly req: { header(name: string): string | undefined }
  }): Promise<Response> => {
    const { body, type, headers, etag } = await (made ??= tagged(make).catch(forget))
    const kept = { ETag: etag, 'Cache-Control': 'public, max-age=300', ...headers }
    const known = (req.header('If-None-Match') ?? '')
      .split(',')
      .map((each) => each.trim().replace(/^W\//, ''))
    if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers: kept })
    return new Response(body, {
      headers: { ...kept, 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
    })
  }
}

async function tagged(make: () => Promise<Asset>): Promise<Asset & { readonly etag: string }> {
  const asset = await make()
  const digest = createHash('sha256').update(asset.body).digest('base64url').slice(0, 22)
  return { ...asset, etag: `"${digest}"` }
}
