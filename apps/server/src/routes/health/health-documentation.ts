import { z } from 'zod'
import type { Operation } from '../../openapi/operation.js'

const common = { method: 'GET', tag: 'Health', roles: 'anyone', errorShape: 'problem', problems: [] } as const

const content = (status: 'live' | 'ready' | 'not-ready') => [
  { types: ['application/json'] as const, schema: z.object({ status: z.literal(status) }) },
]

export const healthOperations: readonly Operation[] = [
  {
    ...common,
    path: '/health/live',
    operationId: 'isLive',
    summary: 'Whether the process runs',
    description: 'Answers as long as the process can answer anything.',
    answers: [{ status: 200, description: 'It runs.', contents: content('live') }],
  },
  {
    ...common,
    path: '/health/ready',
    operationId: 'isReady',
    summary: 'Whether the server can serve',
    description: 'Its store answers, and it is not stopping.',
    answers: [
      { status: 200, description: 'It can.', contents: content('ready') },
      {
        status: 503,
        description: 'It cannot, at the moment.',
        headers: ['Retry-After'],
        contents: content('not-ready'),
      },
    ],
  },
]
