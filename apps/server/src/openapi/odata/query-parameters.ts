import type { Parameter } from '../operation.js'

const query = (name: string, description: string, example: Parameter['example']): Parameter => ({
  in: 'query',
  name,
  description,
  schema: { type: typeof example === 'number' ? 'integer' : typeof example },
  example,
})

const select = query('$select', 'The properties to answer.', 'Id')
const expand = query(
  '$expand',
  'The contained entities to answer too, with options of their own in parentheses.',
  'States',
)

/** Query options of an address that is one entity. */
export const entityOptions: readonly Parameter[] = [select, expand]

/** Query options of an address that is a collection. */
export const collectionOptions: readonly Parameter[] = [
  select,
  expand,
  query(
    '$filter',
    'Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.',
    "Id ne ''",
  ),
  query('$orderby', 'In which order. SyncHistory is always newest first.', 'Id desc'),
  query('$top', 'How many at most over all pages, up to 1,000.', 20),
  query('$skip', 'How many to leave out first.', 20),
  query('$count', 'Whether to count all entities that the filter leaves.', true),
  query('$skiptoken', 'From `@odata.nextLink` of the page before.', 'WyJvIl0'),
]
