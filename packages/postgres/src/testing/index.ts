export { openTestDatabase, type TestDatabaseOptions } from './open-test-database.js'
export { openTestStore, type TestStore } from './open-test-store.js'
export { probeTestServer } from './test-server.js'
