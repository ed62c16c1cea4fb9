import { useConsole } from '../../app/console-context.js'
import { Loaded } from '../../components/loaded.js'
import { Money } from '../../components/money.js'
import { useOrder } from '../../data/queries.js'
import { formatWallClock } from '../../words/dates.js'

export interface OrderDetailProps {
  readonly orderId: string
  /** What the platform calls a payment method. */
  readonly methodOf: (id: string) => string
}

/** An order as it is now on the platform. */
export function OrderDetail({ orderId, methodOf }: OrderDetailProps) {
  const { texts, locale } = useConsole()
  const { history, common } = texts
  return (
    <div className="lp-order">
      <Loaded query={useOrder(orderId, true)} what={history.orderWhat}>
        {(order) => {
          if (order === null) return <p className="lp-quiet">{common.notFound}</p>
          const { Type, OrderDate, Items = [], Payments = [], Cost, Currency } = order
          return (
            <>
              <p className="lp-quiet">
                {history.orderTypes[Type]} · {formatWallClock(OrderDate, locale)}
              </p>
              <dl className="lp-facts">
                {Items.map(({ Id, Description, Total }) => (
                  <div key={Id} className="lp-contents">
                    <dt>{Description ?? Id}</dt>
                    <dd className="lp-number">
                      <Money amount={Total} currency={Currency} />
                    </dd>
                  </div>
                ))}
                {Cost != null && (
                  <>
                    <dt>
                      <strong>{history.orderTotal}</strong>
                    </dt>
                    <dd className="lp-number">
                      <strong>
                        <Money amount={Cost.Total} currency={Currency} />
                      </strong>
                    </dd>
                  </>
                )}
                {Payments.map(({ Id, PaymentMethodId, Amount }) => (
                  <div key={Id} className="lp-contents">
                    <dt>{history.paidBy(methodOf(PaymentMethodId))}</dt>
                    <dd className="lp-number">
                      <Money amount={Amount} currency={Currency} />
                    </dd>
                  </div>
                ))}
              </dl>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
