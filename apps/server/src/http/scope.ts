import { NotFound } from '@ledgerpost/engine'
import type { Enumeration } from '../wire/enumeration.js'
import { isStorableText } from '../wire/json/storable.js'
import { Refusal } from './problem.js'

const mostIdCharacters = 100

/** The subscriber id of a domain scope such as `Subscriber_1234`. */
export function subscriberScope(scope: string): string {
  const [kind = '', id = ''] = splitOnce(scope)
  if (kind === 'Region' || kind === 'Custom') {
    throw new Refusal(
      'scope-not-supported',
      `The scope ${kind} is not supported. Address one subscriber: Subscriber_{id}.`,
    )
  }
  if (kind !== 'Subscriber') throw noSuchAddress()
  if (!isId(id)) throw subscriberNotFound(id)
  return id
}

/** The type of a type scope such as `Type_Xero`, `Type_xero` or `Type_0`. */
export function typeScope(scope: string, types: Enumeration<string>): string {
  const [kind = '', name = ''] = splitOnce(scope)
  if (kind !== 'Type') throw noSuchAddress()
  const type = types.read(name)
  if (type !== undefined) return type
  throw new NotFound(`The integration type '${name}'`, `This server offers ${types.names.join(', ')}.`)
}

/** What the engine says of a subscriber that does not exist, for those that the caller must not know of. */
export function subscriberNotFound(subscriberId: string): NotFound {
  return new NotFound(`Subscriber ${subscriberId}`, 'Tell about it first: PUT /Subscriber_{id}.')
}

export function noSuchAddress(): Refusal {
  return new Refusal(
    'route-not-found',
    'There is nothing at this address. See the documentation for those that there are.',
  )
}

/** Whether a text can be the id of anything. */
export function isId(text: string): boolean {
  return text.length > 0 && text.length <= mostIdCharacters && isStorableText(text)
}

function splitOnce(scope: string): readonly string[] {
  const at = scope.indexOf('_')
  return at < 0 ? [scope] : [scope.slice(0, at), scope.slice(at + 1)]
}
