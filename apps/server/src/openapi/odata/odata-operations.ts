import type { EntitySet, Navigation } from '@ledgerpost/odata'
import { z } from 'zod'
import type { Role } from '../../auth/principal.js'
import type { Answer, Operation, Parameter } from '../operation.js'
import { subscriberId } from '../parameters.js'
import { text } from '../schemas/scalars.js'
import { schemaOfType } from './model-schema.js'
import { odataProblems } from './odata-codes.js'
import { collectionOptions, entityOptions } from './query-parameters.js'

export const serviceRoot = '/odata/v4/Subscriber_{subscriberId}'

/** What a resource says of itself. */
export interface ResourceTexts {
  readonly roles: readonly Role[]
  /** How the key is called in paths, and an example of it. */
  readonly key: Parameter
  readonly list: string
  readonly entity: string
  readonly description: string
}

/** The addresses of a resource: the set, one entity, and each collection in it. */
export function operationsOf(set: EntitySet, texts: ResourceTexts): readonly [Operation, ...Operation[]] {
  const { name, type } = set
  const entityPath = `${name}('{${texts.key.name}}')`
  const one = operation(texts, {
    path: entityPath,
    operationId: `get${type.name}`,
    summary: texts.entity,
    parameters: [subscriberId, texts.key, ...entityOptions],
    answer: answerOf(schemaOfType(type), 'The entity.', type.etag !== undefined),
  })
  return [
    operation(texts, {
      path: name,
      operationId: `list${name}`,
      summary: texts.list,
      parameters: [subscriberId, ...collectionOptions],
      answer: answerOf(pageOf(schemaOfType(type), name), pageText),
    }),
    one,
    ...Object.entries(type.navigation).flatMap(([member, navigation]) =>
      contained(texts, `${entityPath}/${member}`, `${name}${member}`, navigation),
    ),
  ]
}

function contained(
  texts: ResourceTexts,
  path: string,
  id: string,
  { many, target }: Navigation,
): readonly Operation[] {
  if (!many) return []
  return [
    operation(texts, {
      path,
      operationId: `list${id}`,
      summary: `${target.name}, a page of those that are contained`,
      parameters: [subscriberId, texts.key, ...collectionOptions],
      answer: answerOf(pageOf(schemaOfType(target), id), pageText),
    }),
  ]
}

const pageText = 'A page of at most a hundred entities.'

function operation(
  { roles, description }: ResourceTexts,
  {
    path,
    answer,
    ...rest
  }: Pick<Operation, 'operationId' | 'summary' | 'parameters'> & {
    readonly path: string
    readonly answer: Answer
  },
): Operation {
  return {
    ...rest,
    description,
    roles,
    method: 'GET',
    path: `${serviceRoot}/${path}`,
    tag: 'Resources',
    answers: [answer],
    errorShape: 'odata',
    problems: [...odataProblems, 'query-too-expensive'],
  }
}

function answerOf(schema: z.ZodType, description: string, hasETag = false): Answer {
  return {
    status: 200,
    description,
    headers: hasETag ? ['OData-Version', 'ETag'] : ['OData-Version'],
    contents: [{ types: ['application/json'], schema }],
  }
}

function pageOf(entity: z.ZodType, id: string): z.ZodType {
  return z
    .object({
      '@odata.context': text,
      '@odata.count': z.int().optional(),
      value: z.array(entity),
      '@odata.nextLink': text
        .optional()
        .meta({ format: 'uri', description: 'Where the next page is, if there is one. Follow it as it is.' }),
    })
    .meta({ id: `OData${id}Page`, description: 'A page of a collection.' })
}
