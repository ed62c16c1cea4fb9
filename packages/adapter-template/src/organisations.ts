import { textMember } from '@ledgerpost/adapter-kit'
import type { AdapterEnvironment, Grant, Organisation } from '@ledgerpost/core'
import { createClient } from './client.js'
import { notUnderstood } from './failure.js'

/** The books that a consent opens. @throws IntegratorError */
export async function organisationsOf(
  environment: AdapterEnvironment,
  grant: Grant,
  apiUrl: string,
): Promise<readonly Organisation[]> {
  const tokens = { accessToken: async () => grant.accessToken }
  const client = createClient({ ...environment, tokens, baseUrl: `${apiUrl}/v1` })
  const elements = await client.list('/organisations', 'organisations')
  return elements.map((element) => {
    const [id, name] = [textMember(element, 'id'), textMember(element, 'name')]
    if (id === undefined || name === undefined)
      throw notUnderstood('GET /organisations', 'an organisation has no id or name')
    return { id, name }
  })
}
