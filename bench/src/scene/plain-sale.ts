/** A sale of one untaxed thing, paid at once. */
export function plainSale(id: string, day: string, cents: number, modified: string): object {
  const digits = String(cents).padStart(3, '0')
  const amount = `${digits.slice(0, -2)}.${digits.slice(-2)}`
  const thing = {
    id: '1',
    productType: 'Retail',
    revenueCategoryId: '1',
    description: 'A thing',
    quantity: '1',
  }
  return {
    id,
    type: 'Sale',
    orderDate: `${day}T12:30:00`,
    locationId: '1',
    items: [{ ...thing, unitPrice: amount, netAmount: amount, total: amount }],
    cost: { total: amount },
    payments: [{ id: '1', paymentMethodId: '1', amount }],
    lastModifiedTime: modified,
  }
}
