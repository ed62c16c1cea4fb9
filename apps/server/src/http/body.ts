import type { Context } from 'hono'
import type { z } from 'zod'
import { limits } from '../limits.js'
import type { Contract, ListType } from '../wire/contract.js'
import { nestsTooDeep } from '../wire/json/nesting.js'
import { readJson } from '../wire/json/read-json.js'
import { whyUnstorable } from '../wire/json/storable.js'
import { pathText } from '../wire/spelling.js'
import { MalformedXml } from '../wire/xml/parse-xml.js'
import { readXml } from '../wire/xml/read-xml.js'
import { isXml } from './accept.js'
import { requireMediaType } from './media-type.js'
import { Refusal } from './problem.js'
import type { AppEnvironment } from './routes.js'

const jsonTypes = ['application/json', 'text/json']
const xmlTypes = ['application/xml', 'text/xml']
const formType = 'application/x-www-form-urlencoded'

/** Reads a body as JSON and checks it. */
export async function jsonBody<Output>(
  context: Context<AppEnvironment>,
  schema: z.ZodType<Output>,
  options: { readonly limit?: number; readonly absent?: unknown } = {},
): Promise<Output> {
  const bytes = await context.get('readBody')(options.limit ?? limits.bodyBytes)
  if (bytes.length === 0 && options.absent !== undefined) return check(options.absent, schema)
  requireMediaType(context.req.header('Content-Type'), jsonTypes)
  return checkJson(bytes, schema)
}

/** Reads a body as JSON or as a form, whose fields are texts, and checks it; an empty one is `{}`. */
export async function jsonOrFormBody<Output>(
  context: Context,
  schema: z.ZodType<Output>,
  read: () => Promise<Uint8Array>,
): Promise<Output> {
  const bytes = await read()
  if (bytes.length === 0) return check({}, schema)
  const type = requireMediaType(context.req.header('Content-Type'), [...jsonTypes, formType])
  if (type !== formType) return checkJson(bytes, schema)
  return check(Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes))), schema)
}

/** Reads a body as JSON or XML, by its media type, and checks what is the same in both. */
export async function jsonOrXmlBody<Output>(
  context: Context<AppEnvironment>,
  schema: z.ZodType<Output>,
  contract: Contract | ListType,
): Promise<Output> {
  const bytes = await context.get('readBody')(limits.bodyBytes)
  const type = requireMediaType(context.req.header('Content-Type'), [...jsonTypes, ...xmlTypes])
  return isXml(type) ? check(parseXmlBody(bytes, contract), schema) : checkJson(bytes, schema)
}

function checkJson<Output>(bytes: Uint8Array, schema: z.ZodType<Output>): Output {
  if (nestsTooDeep(bytes)) {
    throw new Refusal(
      'invalid-body',
      `The body nests deeper than ${limits.jsonLevels} levels. Send it flatter.`,
    )
  }
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
      .slice(0, limits.problems)
      .map((issue) => ({ member: pathText(issue.path), problem: issue.message })),
  })
}

function decoded(bytes: Uint8Array, code: 'malformed-json' | 'malformed-xml'): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Refusal(code, 'The body is not UTF-8. Send it in UTF-8.', { cause: error })
  }
}
