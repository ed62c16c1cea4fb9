import { useState } from 'react'
import { useTexts } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { OrderDetail, type OrderDetailProps } from './order-detail.js'

export interface PacketOrdersProps {
  /** The first thousand. */
  readonly orderIds: readonly string[]
  readonly count: number
  readonly methodOf: (id: string) => string
}

const atOnce = 25

/** The orders behind a packet; each opens where it stands. */
export function PacketOrders({ orderIds, count, methodOf }: PacketOrdersProps) {
  const { history } = useTexts()
  const [shown, setShown] = useState(atOnce)
  const left = count - Math.min(shown, orderIds.length)
  return (
    <>
      <ul className="lp-orders">
        {orderIds.slice(0, shown).map((orderId) => (
          <li key={orderId}>
            <OpenableOrder orderId={orderId} methodOf={methodOf} />
          </li>
        ))}
      </ul>
      {shown < orderIds.length ? (
        <div>
          <Button onClick={() => setShown(shown + 4 * atOnce)}>{history.ordersMore(left)}</Button>
        </div>
      ) : (
        left > 0 && <p className="lp-quiet">{history.ordersMore(left)}</p>
      )}
    </>
  )
}

function OpenableOrder({ orderId, methodOf }: OrderDetailProps) {
  const { history } = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{history.order(orderId)}</summary>
      {isOpen && <OrderDetail orderId={orderId} methodOf={methodOf} />}
    </details>
  )
}
