import type { CellCoordinates } from '../contribution/cell.js'
import type { PacketSeries } from './packet.js'

/** The series of summarised packets that a cell belongs to: its day and payment method, and location if preferred. */
export function summarySeriesOf(cell: CellCoordinates, byLocation: boolean): PacketSeries {
  return {
    kind: 'summary',
    businessDate: cell.businessDate,
    paymentMethodId: cell.paymentMethodId,
    locationId: byLocation ? cell.locationId : null,
    currency: cell.currency,
  }
}
