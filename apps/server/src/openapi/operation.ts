import type { z } from 'zod'
import type { Role } from '../auth/principal.js'
import type { DocumentedCode } from './documented-code.js'
import type { HeaderName } from './headers.js'
import type { TagName } from './tags.js'

/** JSON Schema, draft 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>

export type BodyType =
  | 'application/json'
  | 'text/json'
  | 'application/xml'
  | 'text/xml'
  | 'application/x-ndjson'
  | 'text/plain'

export const jsonTypes = ['application/json', 'text/json'] as const satisfies readonly BodyType[]
export const xmlTypes = ['application/xml', 'text/xml'] as const satisfies readonly BodyType[]

export interface Parameter {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly description: string
  /** Whether it must be there; one in the path always must. Default: no. */
  readonly isRequired?: boolean
  readonly schema: JsonSchema
  readonly example: string | number | boolean
}

/** The same content in several media types. */
export interface Content {
  readonly types: readonly BodyType[]
  /** What is in the body, or in each line of it. For requests the very schema that the body is checked with. */
  readonly schema: z.ZodType
  /** As JSON; media types of XML go without. */
  readonly example?: unknown
}

export interface RequestBody {
  readonly description: string
  readonly isRequired: boolean
  readonly contents: readonly Content[]
}

/** An answer that is no problem. */
export interface Answer {
  readonly status: 200 | 202 | 204 | 503
  readonly description: string
  readonly headers?: readonly HeaderName[]
  readonly contents?: readonly Content[]
}

/** How what went wrong is told: as problem details, also as XML where that is asked for, or in OData's shape. */
export type ErrorShape = 'problem' | 'problem-or-xml' | 'odata'

/** One address with one verb, as the document describes it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `{parameters}`, as OpenAPI writes it. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tag: TagName
  /** Who may call; `anyone` needs no token. */
  readonly roles: readonly Role[] | 'anyone'
  readonly parameters?: readonly Parameter[]
  readonly body?: RequestBody
  readonly answers: readonly [Answer, ...Answer[]]
  readonly errorShape: ErrorShape
  /** Beside those that every address with a token has. */
  readonly problems: readonly DocumentedCode[]
}

/** What stands in the document for a route: at least one operation, several where one handler has many addresses. */
export type Documentation = readonly [Operation, ...Operation[]]
