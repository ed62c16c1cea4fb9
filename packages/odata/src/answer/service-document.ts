import { type Model } from '../model/model.js'
import { contextMember, memberText, type WriteContext } from './write-context.js'

/** The list of the entity sets (OData JSON format 4.0, 5). */
export function serviceDocument({ sets }: Model, context: WriteContext): string {
  const entries = sets.map(({ name }) => JSON.stringify({ name, kind: 'EntitySet', url: name }))
  return `{${[...contextMember(context, ''), memberText('value', `[${entries.join(',')}]`)].join(',')}}`
}
