import type { DatabaseConnection } from 'kysely'
import { unavailableInUse } from './unavailability.js'

const translated = new WeakSet<DatabaseConnection>()

/** Makes every statement on the connection fail with StoreUnavailable when the database is the matter. */
export function translateErrors(database: string, connection: DatabaseConnection): void {
  if (translated.has(connection)) return
  translated.add(connection)
  const executeQuery = connection.executeQuery.bind(connection)
  // kysely's drivers recognise their own connections, so these cannot be wrapped, only amended.
  connection.executeQuery = async (query, options) => {
    try {
      return await executeQuery(query, options)
    } catch (error) {
      throw unavailableInUse(database, error) ?? error
    }
  }
}
