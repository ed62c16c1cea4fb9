import { answer, type ODataAnswer } from './answer/answer.js'
import { errorAnswer } from './answer/error-answer.js'
import { contentTypeOf } from './answer/format.js'
import { metadataDocument } from './answer/metadata.js'
import { negotiateJson, negotiateXml } from './answer/negotiate.js'
import { serviceDocument } from './answer/service-document.js'
import { respond } from './respond/respond.js'
import { type Model } from './model/model.js'
import { completeLimits, type ODataLimits } from './parse/limits.js'
import { parsePath } from './parse/parse-path.js'
import { parseQuery } from './parse/parse-query.js'
import { ODataSyntaxError } from './parse/syntax-error.js'
import { type ODataRequest } from './request.js'
import { ODataRequestError } from './request-error.js'
import { refuseOldVersion } from './request-headers.js'
import { refuseOtherOptions } from './resource/allowed-options.js'

export interface ODataServiceOptions {
  /** The most items of a page, of nested pages too; 100 unless said otherwise. */
  readonly pageSize?: number
  readonly limits?: Partial<ODataLimits>
}

/** A read service over a model. */
export interface ODataService {
  readonly model: Model
  /**
   * Answers a request, with one statement at most. What is wrong with the request is answered too, in OData's shape;
   * only what `execute` throws is thrown, and a RangeError if the request's scope lacks what the model needs.
   */
  readonly handle: (request: ODataRequest) => Promise<ODataAnswer>
  /** The metadata document. */
  readonly metadata: () => string
  /**
   * The entity set that a path addresses; undefined for the root, for `$metadata` and for what is no path here, none
   * of which `handle` answers with data. It never throws.
   */
  readonly resourceOf: (path: string) => string | undefined
}

/** @param model as `defineModel` checked it */
export function createODataService(model: Model, options: ODataServiceOptions = {}): ODataService {
  const pageSize = options.pageSize ?? 100
  if (!Number.isInteger(pageSize) || pageSize < 1) {
    throw new RangeError(`A page has one item or more, not ${pageSize}`)
  }
  const limits = completeLimits(options.limits ?? {})
  let document: string | undefined
  const metadata = (): string => (document ??= metadataDocument(model))

  const answerGet = async (request: ODataRequest): Promise<ODataAnswer> => {
    refuseBrokenText(request)
    refuseOldVersion(request.header('OData-MaxVersion'))
    const path = parsePath(request.path, limits)
    const query = parseQuery(request.search, limits)
    if (path.segments.length > 0) return respond({ model, pageSize, request, path, query })
    refuseOtherOptions(query, undefined, path.operation)
    if (path.operation === '$metadata') {
      negotiateXml(query.format, request.header('Accept'))
      return answer(200, 'application/xml', metadata())
    }
    const format = negotiateJson(query.format, request.header('Accept'))
    const { root } = request
    const body = serviceDocument(model, { format, root, namespace: model.namespace })
    return answer(200, contentTypeOf(format), body)
  }

  return {
    model,
    metadata,
    handle: async (request) => {
      const found = await answerGet(request).catch((error: unknown) => errorAnswer(describeError(error)))
      return request.method === 'HEAD' ? { ...found, body: null } : found
    },
    resourceOf: (path) => {
      try {
        const [first] = parsePath(path, limits).segments
        return model.sets.find(({ name }) => name === first?.name)?.name
      } catch (error) {
        if (error instanceof ODataSyntaxError) return undefined
        throw error
      }
    },
  }
}

function describeError(error: unknown): ODataRequestError | ODataSyntaxDescription {
  if (error instanceof ODataRequestError) return error
  if (!(error instanceof ODataSyntaxError)) throw error
  const { code, message, option } = error
  return { status: 400, code, message, target: option }
}

interface ODataSyntaxDescription {
  readonly status: 400
  readonly code: string
  readonly message: string
  readonly target: string | undefined
}

/** Half of a pair of surrogates is no character, and neither an address nor the database can have it. */
function refuseBrokenText({ path, search }: ODataRequest): void {
  if (!/\p{Surrogate}/u.test(path + search)) return
  throw new ODataSyntaxError({
    code: 'odata-syntax',
    position: Math.max(path.search(/\p{Surrogate}/u), 0),
    expected: 'text in Unicode',
    found: 'half of a character',
  })
}
