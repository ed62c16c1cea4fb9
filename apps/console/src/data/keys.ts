/** What answers are kept under. */
export const keys = {
  integrations: ['integrations'] as const,
  integration: (type: string) => ['integration', type] as const,
  review: (type: string) => ['review', type] as const,
  days: (type: string, from: string, to: string) => ['days', type, from, to] as const,
  records: (type: string) => ['records', type] as const,
  record: (recordId: string) => ['record', recordId] as const,
  packets: (recordId: string, status: string | null) => ['record', recordId, 'packets', status] as const,
  packet: (recordId: string, packetId: string) => ['record', recordId, 'packet', packetId] as const,
  exclusions: (recordId: string) => ['record', recordId, 'exclusions'] as const,
  order: (orderId: string) => ['order', orderId] as const,
}
