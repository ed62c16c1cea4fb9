import { ConnectionFault, type FetchHandler } from './fetch-handler.js'

/** The part of msw's `http` that is needed here; pass msw's own. `Handler` is msw's HttpHandler. */
export interface MswHttp<Handler> {
  all(path: string, resolver: (info: { request: Request }) => Promise<Response>): Handler
}

/**
 * Makes a fake answer under its integrator's real addresses in tests that run msw:
 * `setupServer(...mswHandlers(http, fake, ['https://api.example.com']))`.
 * @param baseUrls where the integrator lives; everything below them goes to the fake
 */
export function mswHandlers<Handler>(
  http: MswHttp<Handler>,
  handler: FetchHandler,
  baseUrls: readonly string[],
): Handler[] {
  return baseUrls.map((baseUrl) =>
    http.all(`${baseUrl.replace(/\/+$/, '')}/*`, async ({ request }) => {
      try {
        return await handler(request)
      } catch (error) {
        if (error instanceof ConnectionFault || request.signal.aborted) return Response.error()
        throw error
      }
    }),
  )
}
