import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { served } from '../../http/served-asset.js'
import { openApiDocument } from '../../openapi/document.js'
import { bundlePath } from './bundle.js'
import { page, pagePolicy, startScript } from './page.js'

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
