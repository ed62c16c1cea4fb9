import { isRecord, type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { Grant, Organisation } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import { failureOf, notUnderstood } from '../errors/failure.js'

/**
 * The organisations of a consent (`GET /connections`, xero-identity.yaml 16.1.0). An organisation that is linked
 * anew keeps the id of its first consent, so the list for the new one may be empty: then all that the user
 * connected are offered, the one connected last first.
 * @param client of the addresses above the accounting API
 * @throws IntegratorError
 */
export async function organisationsOf(client: Client, grant: Grant): Promise<Organisation[]> {
  const authEventId = grant.extension?.['authEventId']
  if (typeof authEventId === 'string') {
    const ofConsent = await connectionsOf(client, { authEventId })
    if (ofConsent.length > 0) return ofConsent.map(organisationOf)
  }
  return (await connectionsOf(client)).map(organisationOf)
}

/** Ends the app's access to one organisation; the user's others stay. @throws IntegratorError */
export async function endConnection(client: Client, organisationId: string): Promise<void> {
  const connection = (await connectionsOf(client)).find(({ tenantId }) => tenantId === organisationId)
  if (!connection) return
  const path = `/connections/${connection.id}`
  const answer = await client.http.request({ method: 'DELETE', path })
  const isGone =
    'status' in answer && (answer.status === 204 || answer.status === 200 || answer.status === 404)
  if (!isGone) throw failureOf(answer, `DELETE ${path}`, client.now())
}

interface XeroConnection {
  readonly id: string
  readonly tenantId: string
  readonly tenantName: string
  readonly updated: string
}

async function connectionsOf(
  client: Client,
  query: Readonly<Record<string, string>> = {},
): Promise<XeroConnection[]> {
  const body = await client.get('/connections', query)
  if (!Array.isArray(body)) throw notUnderstood('GET /connections', 'it is not a list')
  return body
    .filter(isRecord)
    .flatMap((element) => connectionOf(element) ?? [])
    .toSorted((left, right) => (left.updated < right.updated ? 1 : -1))
}

function connectionOf(element: JsonRecord): XeroConnection | undefined {
  const [id, tenantId] = [textMember(element, 'id'), textMember(element, 'tenantId')]
  if (id === undefined || tenantId === undefined || textMember(element, 'tenantType') !== 'ORGANISATION')
    return undefined
  const tenantName = textMember(element, 'tenantName') ?? tenantId
  return { id, tenantId, tenantName, updated: textMember(element, 'updatedDateUtc') ?? '' }
}

function organisationOf({ tenantId, tenantName }: XeroConnection): Organisation {
  return { id: tenantId, name: tenantName }
}
