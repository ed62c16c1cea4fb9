import { commonHeaders, type HeaderName, headers } from './headers.js'
import { introduction } from './introduction.js'
import { SchemaWriter } from './json-schema.js'
import type { Answer, Content, JsonSchema, Operation, Parameter, RequestBody } from './operation.js'
import { operations } from './operations.js'
import { commonParameters } from './parameters.js'
import { problemAnswers } from './problem-answers.js'
import { commonProblems } from './problem-codes.js'
import { odataErrorSchema, problemSchema, xmlErrorSchema } from './schemas/problem.js'
import { tags } from './tags.js'

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly info: JsonSchema
  readonly servers: readonly { readonly url: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & JsonSchema
  readonly tags: readonly JsonSchema[]
  readonly security: readonly JsonSchema[]
}

/**
 * The description of the HTTP API that the server gives at `/openapi.json`: OpenAPI 3.1, made of the schemas that
 * bodies are checked with.
 * @param publicUrl where clients reach the server; by default, where they got the document from
 */
export function openApiDocument({ publicUrl = '/' }: { readonly publicUrl?: string } = {}): OpenApiDocument {
  const schemas = new SchemaWriter()
  for (const schema of [problemSchema, xmlErrorSchema, odataErrorSchema]) schemas.write(schema)
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation, schemas),
    }
  }
  return {
    openapi: '3.1.1',
    info: introduction,
    servers: [{ url: publicUrl, description: 'This server.' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: schemas.components,
      headers,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'Claims: `sub`, `name`, `role`, `subscribers` (a list of ids, or `"*"`), and `iss`, `aud`, `exp` as the server is set up.',
        },
      },
    },
  }
}

function operationObject(operation: Operation, schemas: SchemaWriter): JsonSchema {
  const { operationId, summary, description, tag, roles, parameters = [], body } = operation
  const isPublic = roles === 'anyone'
  const all = isPublic ? parameters : [...parameters, ...commonParameters]
  return {
    operationId,
    summary,
    description: isPublic ? description : `${description}\n\nFor ${roles.join(', ')}.`,
    tags: [tag],
    ...(isPublic ? { security: [] } : { 'x-roles': roles }),
    ...(all.length === 0 ? {} : { parameters: all.map(parameterObject) }),
    ...(body === undefined ? {} : { requestBody: bodyObject(body, schemas) }),
    responses: Object.fromEntries(
      isPublic
        ? operation.answers.map((answer) => [answer.status, answerObject(answer, [], schemas)])
        : [
            ...operation.answers.map((answer) => [
              answer.status,
              answerObject(answer, commonHeaders, schemas),
            ]),
            ...problemResponses(operation),
          ],
    ),
  }
}

function problemResponses({ problems, errorShape }: Operation): readonly (readonly [number, JsonSchema])[] {
  return problemAnswers([...commonProblems, ...problems], errorShape).map(
    ({ status, description, headers: names, content, codes }) => [
      status,
      { description, ...headersObject([...commonHeaders, ...names]), content, 'x-codes': codes },
    ],
  )
}

function parameterObject({ example, isRequired = false, ...parameter }: Parameter): JsonSchema {
  return { ...parameter, required: isRequired || parameter.in === 'path', example }
}

function bodyObject({ description, isRequired, contents }: RequestBody, schemas: SchemaWriter): JsonSchema {
  return { description, required: isRequired, content: contentObject(contents, schemas) }
}

function answerObject(
  { description, headers: names = [], contents }: Answer,
  common: readonly HeaderName[],
  schemas: SchemaWriter,
): JsonSchema {
  return {
    description,
    ...headersObject([...common, ...names]),
    ...(contents === undefined ? {} : { content: contentObject(contents, schemas) }),
  }
}

function contentObject(contents: readonly Content[], schemas: SchemaWriter): JsonSchema {
  return Object.fromEntries(
    contents.flatMap(({ types, schema, example }) => {
      const written = schemas.write(schema)
      return types.map((type) => [type, { schema: written, ...(example === undefined ? {} : { example }) }])
    }),
  )
}

function headersObject(names: readonly HeaderName[]): JsonSchema {
  if (names.length === 0) return {}
  return {
    headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
  }
}
