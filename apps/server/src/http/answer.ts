import { writeJson } from '../wire/json/write-json.js'
import type { WireTree } from '../wire/tree.js'

/** How long a client should wait before it asks what became of something asynchronous, in seconds. */
const pollSeconds = '5'

export function answer(
  tree: WireTree,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(writeJson(tree), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  })
}

/** The work goes on after the answer: 202 with the time to wait before asking for it. */
export function accepted(tree?: WireTree, headers: Readonly<Record<string, string>> = {}): Response {
  const polling = { 'Retry-After': pollSeconds, ...headers }
  return tree === undefined
    ? new Response(null, { status: 202, headers: polling })
    : answer(tree, 202, polling)
}

export function noContent(): Response {
  return new Response(null, { status: 204 })
}
