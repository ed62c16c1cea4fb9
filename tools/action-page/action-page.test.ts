import { readFileSync } from 'node:fs'
import { integrationActions } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { actionPage, actionPageFile, actionRoutes } from './action-page.js'

describe('docs/api/actions.md', () => {
  it('says what the routes and the table say (`npm run docs:update` after a change that is meant)', () => {
    expect(readFileSync(actionPageFile, 'utf8')).toBe(actionPage(actionRoutes()))
  })

  it('is of every action that has a route', () => {
    const named = actionRoutes().map(({ path }) => path.split('/').at(-1))
    expect(new Set(named)).toEqual(new Set(integrationActions))
    expect(named).toHaveLength(integrationActions.length)
  })

  it('would miss a route, and see another verb, other roles and a second route', () => {
    const routes = actionRoutes()
    const [first] = routes
    if (!first) throw new Error('There are routes.')
    const page = actionPage(routes)
    expect(() => actionPage(routes.slice(1))).toThrow('Initialize has 0 routes')
    expect(() => actionPage([...routes, first])).toThrow('Initialize has 2 routes')
    expect(actionPage([{ ...first, method: 'POST' }, ...routes.slice(1)])).not.toBe(page)
    expect(actionPage([{ ...first, roles: ['MINDBODY Admin'] }, ...routes.slice(1)])).not.toBe(page)
  })
})
