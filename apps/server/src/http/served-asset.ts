import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** What does not change while the server runs. */
export interface Asset {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
}

interface Kept extends Asset {
  readonly etag: string
  readonly zipped: Uint8Array<ArrayBuffer>
  readonly zippedEtag: string
}

interface Asking {
  readonly req: { header(name: string): string | undefined }
}

const compress = promisify(gzip)

/** Made at the first request, and from then on answered by its ETag to those that have it. */
export function served(make: () => Promise<Asset>): (asking: Asking) => Promise<Response> {
  let made: Promise<Kept> | undefined
  const forget = (error: unknown): never => {
    made = undefined
    throw error
  }
  return async ({ req }) => {
    const { body, type, headers, etag, zipped, zippedEtag } = await (made ??= keep(make).catch(forget))
    const isZipped = takesGzip(req.header('Accept-Encoding'))
    const tag = isZipped ? zippedEtag : etag
    const kept = { ETag: tag, 'Cache-Control': 'public, max-age=300', Vary: 'Accept-Encoding', ...headers }
    const known = (req.header('If-None-Match') ?? '')
      .split(',')
      .map((each) => each.trim().replace(/^W\//, ''))
    if (known.includes(tag) || known.includes('*')) return new Response(null, { status: 304, headers: kept })
    return new Response(isZipped ? zipped : body, {
      headers: {
        ...kept,
        'Content-Type': type,
        'X-Content-Type-Options': 'nosniff',
        ...(isZipped ? { 'Content-Encoding': 'gzip' } : {}),
      },
    })
  }
}

async function keep(make: () => Promise<Asset>): Promise<Kept> {
  const asset = await make()
  const digest = createHash('sha256').update(asset.body).digest('base64url').slice(0, 22)
  // The bytes of a Buffer may lie in memory that others share; these are its own.
  const zipped = new Uint8Array(await compress(asset.body, { level: 9 }))
  return { ...asset, etag: `"${digest}"`, zipped, zippedEtag: `"${digest}-gzip"` }
}

/** Whether a client takes gzip (RFC 9110, section 12.5.3): it names it, and not with a weight of zero. */
function takesGzip(accepted: string | undefined): boolean {
  return (accepted ?? '').split(',').some((each) => {
    const [coding = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    return coding === 'gzip' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}
