import type { Documentation } from '../openapi/operation.js'

/** For routes of tests, which no document shows. */
export const someDocumentation: Documentation = [
  {
    method: 'GET',
    path: '/',
    operationId: 'some',
    summary: '',
    description: '',
    tag: 'Health',
    roles: 'anyone',
    answers: [{ status: 200, description: '' }],
    errorShape: 'problem',
    problems: [],
  },
]
