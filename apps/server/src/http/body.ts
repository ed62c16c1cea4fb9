import type { Context } from 'hono'
import type { z } from 'zod'
import type { Contract, ListType } from '../wire/contract.js'
import { readJson } from '../wire/json/read-json.js'
import { whyUnstorable } from '../wire/json/storable.js'
import { pathText } from '../wire/spelling.js'
import { MalformedXml } from '../wire/xml/parse-xml.js'
import { readXml } from '../wire/xml/read-xml.js'
import { isXml } from './accept.js'
import { requireMediaType } from './media-type.js'
import { Refusal } from './problem.js'

const mostActionBytes = 1_048_576
const jsonTypes = ['application/json', 'text/json']
const xmlTypes = ['application/xml', 'text/xml']
const formType = 'application/x-www-form-urlencoded'
const mostProblems = 100

/** Reads a body as JSON and checks it. */
export async function jsonBody<Output>(
  context: Context,
  schema: z.ZodType<Output>,
  options: { readonly limit?: number; readonly absent?: unknown } = {},
): Promise<Output> {
  const bytes = await bodyBytes(context, options.limit ?? mostActionBytes)
  if (bytes.length === 0 && options.absent !== undefined) return check(options.absent, schema)
  requireMediaType(context.req.header('Content-Type'), jsonTypes)
  return checkJson(bytes, schema)
}

/** Reads a body as JSON or as a form, whose fields are texts, and checks it; an empty one is `{}`. */
export async function jsonOrFormBody<Output>(
  context: Context,
  schema: z.ZodType<Output>,
  options: { readonly limit: number },
): Promise<Output> {
  const bytes = await bodyBytes(context, options.limit)
  if (bytes.length === 0) return check({}, schema)
  const type = requireMediaType(context.req.header('Content-Type'), [...jsonTypes, formType])
  if (type !== formType) return checkJson(bytes, schema)
  return check(Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes))), schema)
}

/** Reads a body as JSON or XML, by its media type, and checks what is the same in both. */
export async function jsonOrXmlBody<Output>(
  context: Context,
  schema: z.ZodType<Output>,
  contract: Contract | ListType,
): Promise<Output> {
  const bytes = await bodyBytes(context, mostActionBytes)
  const type = requireMediaType(context.req.header('Content-Type'), [...jsonTypes, ...xmlTypes])
  return isXml(type) ? check(parseXmlBody(bytes, contract), schema) : checkJson(bytes, schema)
}

function checkJson<Output>(bytes: Uint8Array, schema: z.ZodType<Output>): Output {
  const value = parseJson(decoded(bytes, 'malformed-json'))
  const flaw = whyUnstorable(value)
  if (flaw !== undefined) throw new Refusal('invalid-body', `The body cannot be used. ${flaw}`)
  return check(value, schema)
}

function parseJson(text: string): unknown {
  try {
    return readJson(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Refusal(
      'malformed-json',
      `The body is not JSON: ${error.message}. Correct it and send it again.`,
    )
  }
}

function parseXmlBody(bytes: Uint8Array, contract: Contract | ListType): unknown {
  try {
    return readXml(decoded(bytes, 'malformed-xml'), contract)
  } catch (error) {
    if (!(error instanceof MalformedXml)) throw error
    throw new Refusal(
      'malformed-xml',
      `The body is not the XML that belongs here. ${error.message} Correct it and send it again.`,
      { cause: error },
    )
  }
}

function check<Output>(value: unknown, schema: z.ZodType<Output>): Output {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refusal('invalid-body', 'The body cannot be used; `errors` names the members to correct.', {
    problems: result.error.issues
      .slice(0, mostProblems)
      .map((issue) => ({ member: pathText(issue.path), problem: issue.message })),
  })
}

/** The body, if it is not longer than the limit in bytes. */
async function bodyBytes(context: Context, limit: number): Promise<Uint8Array> {
  const { body, headers } = context.req.raw
  const encoding = headers.get('Content-Encoding')?.toLowerCase() ?? 'identity'
  if (encoding !== 'identity') {
    throw new Refusal(
      'unsupported-media-type',
      `The Content-Encoding '${encoding}' is not taken here. Send it plain.`,
    )
  }
  if (Number(headers.get('Content-Length') ?? 0) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of untilBroken(body ?? [])) {
    length += chunk.length
    if (length > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decoded(bytes: Uint8Array, code: 'malformed-json' | 'malformed-xml'): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Refusal(code, 'The body is not UTF-8. Send it in UTF-8.', { cause: error })
  }
}

async function* untilBroken(
  body: AsyncIterable<Uint8Array> | readonly Uint8Array[],
): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    throw new Refusal('invalid-body', 'The body broke off before its end. Send it again.', { cause: error })
  }
}

function tooLarge(limit: number): Refusal {
  return new Refusal('body-too-large', `The body has more than ${limit} bytes. Send it in smaller parts.`)
}
