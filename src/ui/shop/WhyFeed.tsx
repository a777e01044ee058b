import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { whyFeed } from '../i18n/messages/why-feed.ts'
import { Button } from '../primitives/Button.tsx'
import { Shell } from '../shell/Shell.tsx'
import { type PieceCardView, piecePath } from '../view/piece.ts'

type Signal = 'likes' | 'collects' | 'comments' | 'shares' | 'follows' | 'orders' | 'reports'

export interface WhyPieceView {
  piece: PieceCardView
  signals: readonly { signal: Signal; count: number; weight: number; points: number }[]
  points: number
  ageHours: number
  score: number
  newcomer: boolean
  /** In another language than the page, without a translation. */
  foreign: boolean
  own?:
    | { score: number; fit: number; topic?: { slug: string; name: string } | undefined; author: boolean; product: boolean; known: boolean }
    | undefined
}

export interface WhyFeedView {
  member: boolean
  on: boolean
  personal: boolean
  weights: readonly { signal: Signal; weight: number }[]
  pieces: readonly WhyPieceView[]
}

const names = {
  likes: 'signalLikes',
  collects: 'signalCollects',
  comments: 'signalComments',
  shares: 'signalShares',
  follows: 'signalFollows',
  orders: 'signalOrders',
  reports: 'signalReports',
} as const satisfies Record<Signal, string>

/** 「为什么看到这些」: the formula, its weights, the rules after it, the reader's switch, and the real sums of the first pieces. */
export function WhyFeed({ view }: { view: WhyFeedView }) {
  const t = useT(whyFeed)
  return (
    <Shell section="home">
      <main id="main" className="pad why-feed">
        <h1 className="display t24">{t('whyTitle')}</h1>
        <p className="c2 why-lead">{t('whyLead')}</p>
        <Switch view={view} />
        <section className="sec">
          <h2 className="h2">{t('formulaTitle')}</h2>
          <p className="formula num">{t('formula')}</p>
          <dl className="weights">
            {view.weights.map(({ signal, weight }) => (
              <div key={signal}>
                <dt>{t(names[signal])}</dt>
                <dd className="num">{t('weightOf', { weight: weight < 0 ? `−${-weight}` : weight })}</dd>
              </div>
            ))}
          </dl>
          <p className="c2 t13">{t('formulaText')}</p>
        </section>
        <section className="sec">
          <h2 className="h2">{t('rulesTitle')}</h2>
          <ul className="rules">
            <li>{t('ruleLanguage')}</li>
            <li>{t('ruleAuthor')}</li>
            <li>{t('ruleFresh')}</li>
            <li>{t('ruleLimited')}</li>
          </ul>
        </section>
        {view.pieces.length > 0 ? (
          <section className="sec">
            <h2 className="h2">{t('firstOnes')}</h2>
            <ol className="why-list">
              {view.pieces.map((one) => (
                <WhyPiece key={one.piece.id} one={one} />
              ))}
            </ol>
          </section>
        ) : null}
      </main>
    </Shell>
  )
}

/** Posts `on` (`1` or `0`) to this page itself. */
function Switch({ view }: { view: WhyFeedView }) {
  const t = useT(whyFeed)
  const state = !view.member ? t('ownGuest') : view.on ? t('ownOn', { state: t(view.personal ? 'ownUsed' : 'ownNothing') }) : t('ownOff')
  return (
    <form method="post" className="own-switch">
      <div className="grow">
        <h2 className="b">{t('ownTitle')}</h2>
        <p className="c2 t13">{state}</p>
      </div>
      {view.member ? (
        <Button type="submit" name="on" value={view.on ? '0' : '1'} variant="line" size="sm">
          {t(view.on ? 'turnOff' : 'turnOn')}
        </Button>
      ) : null}
    </form>
  )
}

function WhyPiece({ one }: { one: WhyPieceView }) {
  const t = useT(whyFeed)
  const to = useTo()
  const hours = Math.floor(one.ageHours)
  const age = hours < 48 ? t('ageHours', { count: hours }) : t('ageDays', { count: Math.floor(hours / 24) })
  const acts = one.signals.map(({ signal, count }) => `${t(names[signal])} ${count}`).join(' · ')
  const fits = one.own
    ? [
        one.own.topic ? t('fitsTopic', { topic: one.own.topic.name }) : '',
        one.own.author ? t('fitsAuthor') : '',
        one.own.product ? t('fitsProduct') : '',
        one.own.known ? t('fitsKnown') : '',
      ].filter(Boolean)
    : []
  return (
    <li>
      <Link to={to(piecePath(one.piece))} className="b" lang={one.piece.lang}>
        {one.piece.title}
      </Link>
      <span className="t13 c2 num">
        {t('scoreSum', { points: one.points, age, score: (one.own?.score ?? one.score).toFixed(4) })}
        {one.newcomer ? ` · ${t('newcomer')}` : ''}
        {one.foreign ? ` · ${t('foreign')}` : ''}
      </span>
      <span className="t13 c3">{acts || t('noActs')}</span>
      {fits.length > 0 ? <span className="t13 why-fits">{fits.join(' · ')}</span> : null}
    </li>
  )
}
