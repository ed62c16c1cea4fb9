import { describe, expect, it } from 'vitest'
import { healthRoutes } from './health-routes.js'

describe('health', () => {
  it('is live without a store, and ready only with one', async () => {
    expect((await healthRoutes(() => Promise.resolve(false)).request('/live')).status).toBe(200)
    expect((await healthRoutes(() => Promise.resolve(true)).request('/ready')).status).toBe(200)
    const unready = await healthRoutes(() => Promise.resolve(false)).request('/ready')
    expect([unready.status, await unready.json()]).toEqual([503, { status: 'not-ready' }])
  })
})
