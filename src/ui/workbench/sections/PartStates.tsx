import { LinePicture } from '../../commerce/LinePicture.tsx'
import { OrderSteps } from '../../commerce/OrderSteps.tsx'
import { SumTable } from '../../commerce/SumTable.tsx'
import { PieceCard } from '../../shop/PieceCard.tsx'
import { ProductCard } from '../../shop/ProductCard.tsx'
import { DailyChart } from '../../studio/DailyChart.tsx'
import { bucketsOf } from '../../studio/days-view.ts'
import { Funnel } from '../../studio/Funnel.tsx'
import { PieceTable } from '../../studio/PieceTable.tsx'
import { State } from '../Parts.tsx'
import { product, sum } from '../samples/commerce.ts'
import { cards, products } from '../samples/shop.ts'
import { daily, pieces } from '../samples/studio.ts'

const box = { width: 340, height: 236, left: 50, top: 34, foot: 30 }

/** Larger parts that several screens share. */
export function PartStates() {
  const month = daily()
  return (
    <>
      <State name="PieceCard: ad, ad and bought, sold out, video, bought, without a picture" wide>
        <div className="wb-cards">
          {cards.map((card) => (
            <PieceCard key={card.id} piece={card} sizes="180px" level={3} />
          ))}
        </div>
      </State>
      <State name="ProductCard: stock, was, sold out, without a picture" wide>
        <div className="wb-cards">
          {products.map((one) => (
            <ProductCard key={one.id} product={one} />
          ))}
        </div>
      </State>
      <State name="SumTable">
        <div className="wb-block">
          <SumTable sum={sum} />
        </div>
      </State>
      <State name="OrderSteps, LinePicture">
        <OrderSteps
          steps={[
            { kind: 'placed', at: '2026-11-22T12:39:00.000Z' },
            { kind: 'paid', at: '2026-11-22T12:41:00.000Z' },
            { kind: 'shipped', at: null },
          ]}
        />
        <LinePicture media={null} href={product.href} size={64} />
      </State>
      <State name="Funnel" wide>
        <Funnel total={month.total} before={month.before} currency="CNY" days={30} />
      </State>
      <State name="DailyChart: commission, clicks">
        <div className="wb-block">
          <DailyChart className="wb-chart" buckets={bucketsOf(month.days.slice(-14), 1)} metric="commission" currency="CNY" box={box} />
        </div>
        <div className="wb-block">
          <DailyChart className="wb-chart" buckets={bucketsOf(daily(7).days, 1)} metric="clicks" currency="CNY" box={box} />
        </div>
      </State>
      <State name="PieceTable: a piece in each state" wide>
        <div className="panel">
          <PieceTable pieces={pieces} />
        </div>
      </State>
    </>
  )
}
