import { z } from 'zod'
import type { Answer, Operation, Parameter } from '../operation.js'
import { text } from '../schemas/scalars.js'

/** What an OData resource says of itself; the rest is the same for all. */
export type Resource = Pick<Operation, 'operationId' | 'summary' | 'description' | 'roles'> & {
  /** After the subscriber: `SyncHistory`. */
  readonly path: string
  readonly parameters?: readonly Parameter[]
  readonly problems?: Operation['problems']
}

const subscriberRoot = '/odata/v4/Subscriber_{subscriberId}'

/** One entity. */
export function entityOperation(resource: Resource, entity: z.ZodType): Operation {
  return operation(resource, {
    status: 200,
    description: 'The entity.',
    headers: ['OData-Version'],
    contents: [{ types: ['application/json'], schema: entity }],
  })
}

/** A page of entities. @param id the name of the component that is a page */
export function collectionOperation(resource: Resource, entity: z.ZodType, id: string): Operation {
  const page = z
    .object({
      '@odata.context': text,
      value: z.array(entity),
      '@odata.nextLink': text
        .optional()
        .meta({ format: 'uri', description: 'Where the next page is, if there is one. Follow it as it is.' }),
    })
    .meta({ id, description: 'A page of a collection.' })
  return operation(resource, {
    status: 200,
    description: 'A page of at most a hundred entities.',
    headers: ['OData-Version'],
    contents: [{ types: ['application/json'], schema: page }],
  })
}

function operation({ path, problems, ...resource }: Resource, answer: Answer): Operation {
  return {
    ...resource,
    method: 'GET',
    path: `${subscriberRoot}/${path}`,
    tag: 'History',
    answers: [answer],
    errorShape: 'odata',
    problems: problems ?? [],
  }
}
