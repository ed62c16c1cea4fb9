import type { Clock } from '@ledgerpost/testkit'

interface FakeConnection {
  readonly id: string
  readonly tenantId: string
  readonly tenantName: string
  /** Of the first consent: linking an organisation anew does not change it. */
  readonly authEventId: string
  readonly created: number
  updated: number
}

/** Which organisations the one user of the fake has connected to the app. */
export class FakeConnections {
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #connections = new Map<string, FakeConnection>()

  constructor(clock: Clock, newId: () => string) {
    this.#clock = clock
    this.#newId = newId
  }

  connect(tenantId: string, tenantName: string, authEventId: string): void {
    const now = this.#clock.now()
    const known = this.#connections.get(tenantId)
    if (known) known.updated = now
    else {
      const connection = { id: this.#newId(), tenantId, tenantName, authEventId, created: now, updated: now }
      this.#connections.set(tenantId, connection)
    }
  }

  isConnected(tenantId: string): boolean {
    return this.#connections.has(tenantId)
  }

  /** Whether there was such a connection. */
  end(id: string): boolean {
    const connection = [...this.#connections.values()].find((each) => each.id === id)
    return connection !== undefined && this.#connections.delete(connection.tenantId)
  }

  /** As a user does inside Xero. */
  disconnect(tenantId: string): void {
    this.#connections.delete(tenantId)
  }

  disconnectAll(): void {
    this.#connections.clear()
  }

  list(authEventId: string | null): unknown[] {
    return [...this.#connections.values()]
      .filter((connection) => authEventId === null || connection.authEventId === authEventId)
      .map(({ id, tenantId, tenantName, authEventId: event, created, updated }) => ({
        id,
        authEventId: event,
        tenantId,
        tenantType: 'ORGANISATION',
        tenantName,
        createdDateUtc: new Date(created).toISOString().replace('Z', '0000'),
        updatedDateUtc: new Date(updated).toISOString().replace('Z', '0000'),
      }))
  }
}
