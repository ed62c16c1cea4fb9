import { writeJson } from '../wire/json/write-json.js'
import type { WireContract, WireTree } from '../wire/tree.js'
import { writeXml } from '../wire/xml/write-xml.js'
import { type AnswerType, isXml } from './accept.js'

/** How long a client should wait before it asks what became of something asynchronous, in seconds. */
const pollSeconds = '5'
const polling = { 'Retry-After': pollSeconds }

/** JSON, for addresses that answer nothing else. */
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

/** Answers an action in the media type that was negotiated. */
export function actionAnswer(
  tree: WireContract,
  type: AnswerType,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(isXml(type) ? writeXml(tree) : writeJson(tree), {
    status,
    headers: { 'Content-Type': isXml(type) ? `${type}; charset=utf-8` : type, Vary: 'Accept', ...headers },
  })
}

/** The work goes on after the answer: 202 with the time to wait before asking for it. */
export function accepted(): Response {
  return new Response(null, { status: 202, headers: polling })
}

/** The same, with what to look at meanwhile. */
export function acceptedWith(
  tree: WireContract,
  type: AnswerType,
  headers: Readonly<Record<string, string>>,
): Response {
  return actionAnswer(tree, type, 202, { ...polling, ...headers })
}

export function noContent(): Response {
  return new Response(null, { status: 204 })
}
