import { useConsole } from '../../app/console-context.js'
import { Loaded } from '../../components/loaded.js'
import { Money } from '../../components/money.js'
import { useOrder } from '../../data/queries.js'
import { formatWallClock } from '../../words/dates.js'

/** An order as it is now on the platform. */
export function OrderDetail({ orderId }: { readonly orderId: string }) {
  const { texts, locale } = useConsole()
  const { history, common } = texts
  return (
    <div className="lp-order">
      <Loaded query={useOrder(orderId, true)} what={history.orderWhat}>
        {(order) => {
          if (order === null) return <p className="lp-quiet">{common.notFound}</p>
          const { Type, OrderDate, Items = [], Cost, Currency } = order
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
              </dl>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
