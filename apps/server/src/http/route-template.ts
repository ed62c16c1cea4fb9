import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** The template of the address that a request met, such as `/:scope/Orders`; undefined if there is no such address. */
export function routeTemplate(context: Context): string | undefined {
  // Middleware matches everything, and may come after the route.
  return matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path
}
