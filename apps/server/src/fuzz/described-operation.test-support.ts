import type { Role } from '../auth/principal.js'
import type { OpenApiDocument } from '../openapi/document.js'
import type { Schema } from './schema-values.test-support.js'

/** A request that may be sent. */
export interface FuzzRequest {
  /** The path of the document's operation that it is for; undefined once it is for something else. */
  readonly described: string | undefined
  readonly method: string
  readonly path: string
  readonly caller: { readonly role: Role; readonly subscribers: readonly string[] | '*' }
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | undefined
}

export interface DescribedParameter {
  readonly in: string
  readonly name: string
  readonly schema: Schema
  readonly example?: string | number | boolean
}

/** An operation as the document has it. */
export interface DescribedOperation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly 'x-roles'?: readonly Role[]
  readonly parameters?: readonly DescribedParameter[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>
  }
  readonly responses: Readonly<Record<string, unknown>>
}

/** What there is on the server. */
export interface Existing {
  /** By the name of the parameter that takes it; the first of each belong together. */
  readonly parameters: Readonly<Record<string, readonly string[]>>
  /** A body that leads somewhere. */
  readonly body?: unknown
}

export function operationsOf(document: OpenApiDocument): readonly DescribedOperation[] {
  return Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({
      // The document is typed only as far as those need it who print it.
      ...(operation as unknown as Omit<DescribedOperation, 'method' | 'path'>),
      method: verb.toUpperCase(),
      path,
    })),
  )
}
