import type { Logger } from '@ledgerpost/core'
import type { Context } from 'hono'
import { escapeText } from '../wire/xml/text.js'
import { acceptableType, isXml } from './accept.js'
import { describeError, type ErrorDescription, statusesAndTitles } from './describe-error.js'

/**
 * Answers an error: RFC 9457 problem details with a stable `code`, an `Error` element where XML is asked for, or OData's
 * own shape under /odata. What nobody foresaw is logged under an id, and the client is told the id and nothing else.
 */
export function errorAnswer(
  error: unknown,
  context: Context,
  { logger, newId }: { readonly logger: Logger; readonly newId: () => string },
): Response {
  const description = describeError(error) ?? unexpected(error, context, logger, newId())
  if (description.status === 502 || description.status === 503) {
    logger.warn({ path: context.req.path, code: description.code, error }, 'A request could not be served.')
  }
  const isOData = context.req.path.startsWith('/odata/')
  const wanted = acceptableType(context.req.header('Accept'))
  if (!isOData && wanted !== undefined && isXml(wanted)) {
    return new Response(errorElement(description), {
      status: description.status,
      headers: { 'Content-Type': `${wanted}; charset=utf-8`, Vary: 'Accept', ...description.headers },
    })
  }
  return new Response(JSON.stringify(isOData ? odataError(description) : problemDetails(description)), {
    status: description.status,
    headers: {
      'Content-Type': isOData ? 'application/json' : 'application/problem+json',
      ...(isOData ? { 'OData-Version': '4.0' } : {}),
      ...description.headers,
    },
  })
}

/** Problem details of RFC 9457; `errors` name the members that are wrong, `reasons` what stands in the way. */
export function problemDetails({ status, code, title, detail, problems, reasons }: ErrorDescription) {
  return {
    title,
    status,
    code,
    detail,
    ...(problems.length > 0 ? { errors: problems } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
  }
}

/** The Error of ASP.NET Web API, in no namespace: Message, and ours: Code, Errors and Reasons. */
function errorElement({ code, detail, problems, reasons }: ErrorDescription): string {
  const errors = problems.map(
    ({ member, problem }) => `<Error>${leaf('Member', member)}${leaf('Message', problem)}</Error>`,
  )
  return [
    `<Error>${leaf('Message', detail)}${leaf('Code', code)}`,
    ...(errors.length > 0 ? ['<Errors>', ...errors, '</Errors>'] : []),
    ...(reasons.length > 0
      ? ['<Reasons>', ...reasons.map((each) => leaf('Reason', each)), '</Reasons>']
      : []),
    '</Error>',
  ].join('')
}

function leaf(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>`
}

/** OData JSON Format 4.0, section 19. */
function odataError({ code, detail, problems, reasons }: ErrorDescription) {
  const details = [
    ...problems.map(({ member, problem }) => ({ code, target: member, message: problem })),
    ...reasons.map((message) => ({ code, message })),
  ]
  return { error: { code, message: detail, ...(details.length > 0 ? { details } : {}) } }
}

/** Logs the error under the id, by which the client can ask for it. */
export function unexpected(error: unknown, context: Context, logger: Logger, id: string): ErrorDescription {
  logger.error(
    { errorId: id, method: context.req.method, path: context.req.path, error },
    'A request failed unexpectedly.',
  )
  return {
    ...statusesAndTitles.unexpected,
    code: 'unexpected',
    detail: `Something went wrong that nobody foresaw; it is logged as ${id}. Try again; if it stays, tell the operator this id.`,
    problems: [],
    reasons: [],
    headers: {},
  }
}
