import { SubscriberClient } from './subscriber-client.js'
import { type ClientOptions, createTransport } from './transport.js'

/** The API of one server, on behalf of whom the token names. */
export interface Client {
  subscriber(subscriberId: string): SubscriberClient
}

export function createClient(options: ClientOptions): Client {
  const transport = createTransport(options)
  return { subscriber: (subscriberId) => new SubscriberClient(transport, subscriberId) }
}
