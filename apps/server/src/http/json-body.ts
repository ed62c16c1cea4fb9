import type { Context } from 'hono'
import type { z } from 'zod'
import { readJson } from '../wire/json/read-json.js'
import { whyUnstorable } from '../wire/json/storable.js'
import { pathText } from '../wire/spelling.js'
import { requireMediaType } from './media-type.js'
import { Refusal } from './problem.js'

const mostActionBytes = 1_048_576
const jsonTypes = ['application/json', 'text/json']
const mostProblems = 100

/** Reads the body of an action as JSON and checks it; without a body, `absent` is checked, if given. */
export async function jsonBody<Output>(
  context: Context,
  schema: z.ZodType<Output>,
  options: { readonly limit?: number; readonly absent?: unknown } = {},
): Promise<Output> {
  const text = await bodyText(context, options.limit ?? mostActionBytes)
  if (text === '' && options.absent !== undefined) return check(options.absent, schema)
  requireMediaType(context.req.header('Content-Type'), jsonTypes)
  const value = parse(text)
  const flaw = whyUnstorable(value)
  if (flaw !== undefined) throw new Refusal('invalid-body', `The body cannot be used. ${flaw}`)
  return check(value, schema)
}

function parse(text: string): unknown {
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

function check<Output>(value: unknown, schema: z.ZodType<Output>): Output {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refusal('invalid-body', 'The body cannot be used; `errors` names the members to correct.', {
    problems: result.error.issues
      .slice(0, mostProblems)
      .map((issue) => ({ member: pathText(issue.path), problem: issue.message })),
  })
}

/** The body as text, if it is not longer than the limit in bytes. */
async function bodyText(context: Context, limit: number): Promise<string> {
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
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (error) {
    throw new Refusal('malformed-json', 'The body is not UTF-8. Send JSON in UTF-8.', { cause: error })
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
