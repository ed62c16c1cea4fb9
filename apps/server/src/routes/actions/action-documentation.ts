import type { IntegrationAction } from '@ledgerpost/core'
import { owner, roles } from '../../auth/principal.js'
import { json, jsonOrXml, wholeIntegration } from '../../openapi/contents.js'
import type { Answer, Documentation, Operation } from '../../openapi/operation.js'
import { idempotencyKey, integrationType, subscriberId } from '../../openapi/parameters.js'
import {
  bodyProblems,
  integratorProblems,
  jsonBodyProblems,
  repeatableProblems,
} from '../../openapi/problem-codes.js'
import { linkAnswerSchema } from '../../openapi/schemas/accounting-integration.js'
import { syncRecordReferenceSchema } from '../../openapi/schemas/sync-record.js'
import { savedIntegrationInput } from '../../wire/contracts/accounting-integration.js'
import { accountingMapsInput } from '../../wire/contracts/accounting-map.js'
import { syncRecordInput } from '../../wire/contracts/sync-record.js'
import { saveXeroTaxRateInput } from '../../wire/contracts/xero-tax-rate.js'
import { linkInput } from './schema.js'

/** What an action says of itself; the rest is the same for all. */
type Action = Omit<Operation, 'path' | 'operationId' | 'errorShape'>

const queued: Answer = {
  status: 202,
  description: 'It is queued. `Location` is the SyncRecord to look at, every 5 seconds or slower.',
  headers: ['Location', 'Retry-After', 'Vary'],
  contents: jsonOrXml(syncRecordReferenceSchema),
}

const mapExample = [{ MapType: 1, MapItems: [{ MindbodyId: '1', IntegrationId: 'Income:Services' }] }]

/** Every action on an integration. An action has no route without its entry here. */
const actions = {
  Initialize: {
    method: 'GET',
    tag: 'Mapping',
    roles,
    summary: 'Where the integration stands',
    description:
      'Safe in every state and repeatable. A linked integration is validated anew: map items whose account or tax is gone get their `ErrorFlag`, and a Configured integration goes to Error.',
    answers: [wholeIntegration],
    problems: ['not-acceptable'],
  },
  Map: {
    method: 'POST',
    tag: 'Mapping',
    roles: owner,
    summary: 'Change single map items',
    description:
      'Each item is set, or changed if the same thing of the platform is mapped already; all others stay. The status does not change.',
    body: {
      description: 'In XML an `ArrayOfAccountingMap`.',
      isRequired: true,
      contents: jsonOrXml(accountingMapsInput, mapExample),
    },
    answers: [wholeIntegration],
    problems: [...bodyProblems, 'not-acceptable', 'conflict'],
  },
  Save: {
    method: 'POST',
    tag: 'Mapping',
    roles: owner,
    summary: 'Save maps and preferences',
    description:
      'Of an AccountingIntegration the maps and preferences are read. What validates is saved, the rest is not. Once everything that occurs is mapped the integration is Configured, and Sync can begin.',
    body: {
      description: 'An AccountingIntegration, as Initialize answers it and with what is to change.',
      isRequired: true,
      contents: jsonOrXml(savedIntegrationInput, {
        Maps: mapExample,
        SynchronizationPreferences: { SummarizeData: true },
      }),
    },
    answers: [wholeIntegration],
    problems: [...bodyProblems, 'not-acceptable', 'conflict'],
  },
  Link: {
    method: 'POST',
    tag: 'Linking',
    roles: owner,
    summary: 'Link a ledger',
    description:
      'Answers where the browser is to go for consent, or the integration, where the ledger needs none. Links again what is Inactive or in Error; maps are kept.',
    body: {
      description:
        '`Settings` are the integrator’s own. `RedirectUri` is the page that the browser comes back to: https, or http of the same machine; Callback by default.',
      isRequired: false,
      contents: json(linkInput, { RedirectUri: 'https://console.example/linked' }),
    },
    answers: [
      {
        status: 200,
        description: 'Where to go, or what is linked.',
        headers: ['Vary'],
        contents: jsonOrXml(linkAnswerSchema),
      },
    ],
    problems: [...jsonBodyProblems, 'invalid-input', 'not-acceptable', 'conflict', ...integratorProblems],
  },
  Callback: {
    method: 'GET',
    tag: 'Linking',
    roles: owner,
    summary: 'Complete what Link began',
    description:
      'Takes the query that the consent page sent the browser back with, together with the owner’s token. Each query counts once.',
    parameters: [
      {
        in: 'query',
        name: 'state',
        description: 'As the consent page gave it.',
        schema: { type: 'string' },
        example: 'Yl0sF3eWJ6a',
      },
      {
        in: 'query',
        name: 'code',
        description: 'As the consent page gave it.',
        schema: { type: 'string' },
        example: 'a1b2c3',
      },
    ],
    answers: [wholeIntegration],
    problems: ['not-acceptable', 'conflict', ...integratorProblems],
  },
  Deactivate: {
    method: 'POST',
    tag: 'Linking',
    roles: owner,
    summary: 'Stop syncing',
    description: 'The integration is Inactive until it is linked again.',
    answers: [wholeIntegration],
    problems: ['not-acceptable', 'conflict'],
  },
  Remove: {
    method: 'DELETE',
    tag: 'Linking',
    roles: owner,
    summary: 'Forget the link',
    description:
      'The grant is taken back and removed. Maps and history stay, so that linking the same books again posts nothing twice.',
    answers: [wholeIntegration],
    problems: ['not-acceptable', 'conflict'],
  },
  Refresh: {
    method: 'POST',
    tag: 'Syncing',
    roles: owner,
    summary: 'Read the ledger’s accounts and taxes again',
    description:
      'The work goes on after the answer. It is done when `InspectionTimes` of Initialize has an entry later than the request.',
    answers: [{ status: 202, description: 'It is queued.', headers: ['Retry-After'] }],
    problems: ['not-acceptable', 'conflict'],
  },
  Sync: {
    method: 'POST',
    tag: 'Syncing',
    roles: owner,
    summary: 'Carry the orders into the ledger',
    description:
      'Needs a Configured integration. While a sync is queued or under way, a second call answers that same one.',
    answers: [queued],
    problems: ['not-acceptable', 'conflict'],
  },
  Resync: {
    method: 'POST',
    tag: 'Syncing',
    roles: owner,
    summary: 'Send again what was not accepted',
    description:
      'Nothing is made anew: packets of that sync that are not Sent are sent again. Its record gets more states.',
    body: {
      description: 'A SyncRecord, of which the `Id` is read.',
      isRequired: true,
      contents: jsonOrXml(syncRecordInput, { Id: '0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10' }),
    },
    answers: [queued],
    problems: [...bodyProblems, 'not-acceptable', 'conflict'],
  },
  SaveXeroTaxRate: {
    method: 'POST',
    tag: 'Mapping',
    roles: owner,
    summary: 'Create a tax rate in Xero',
    description:
      'Creates it, then reads the ledger again: done when Initialize shows an InspectionTimes entry later than the request. Rates are per cent. For Type_Xero alone.',
    body: {
      description: 'The tax rate and what it is made of.',
      isRequired: true,
      contents: jsonOrXml(saveXeroTaxRateInput, {
        TaxRate: {
          Name: 'City tax',
          ReportTaxType: 'OUTPUT',
          TaxComponents: [{ Name: 'City', Rate: '7.25', IsCompound: false }],
        },
      }),
    },
    answers: [
      { status: 202, description: 'It is created, and the Refresh is queued.', headers: ['Retry-After'] },
    ],
    problems: [
      ...bodyProblems,
      ...integratorProblems,
      'route-not-found',
      'not-acceptable',
      'conflict',
      'unsupported-capability',
    ],
  },
} as const satisfies Readonly<Record<IntegrationAction, Action>>

/** What stands in the document for an action's route. */
export function documentationOf(name: IntegrationAction): Documentation {
  return [operationOf(name, actions[name])]
}

export const actionOperations: readonly Operation[] = Object.entries<Action>(actions).map(([name, action]) =>
  operationOf(name, action),
)

function operationOf(name: string, action: Action): Operation {
  const isRepeatable = action.method === 'POST'
  return {
    ...action,
    problems: isRepeatable ? [...action.problems, ...repeatableProblems] : action.problems,
    operationId: name.charAt(0).toLowerCase() + name.slice(1),
    path: `/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/${name}`,
    parameters: [
      subscriberId,
      integrationType,
      ...(action.parameters ?? []),
      ...(isRepeatable ? [idempotencyKey] : []),
    ],
    errorShape: 'problem-or-xml',
  }
}
