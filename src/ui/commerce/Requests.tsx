import { widestUrl } from '../../lib/picture-sizes.ts'
import { useFormat, useT } from '../i18n/index.ts'
import { afterSales } from '../i18n/messages/after-sales.ts'
import { Button, Picture, Tag } from '../primitives/index.ts'
import { afterSalesFields, type RequestView } from './after-sales-view.ts'
import { PostForm, usePending } from './PostForm.tsx'

const tones = { asked: 'honey', approved: 'good', declined: 'bad', withdrawn: 'neutral' } as const

/** What the buyer asked for and what was answered, the first asked first. */
export function Requests({ requests, mayWithdraw }: { requests: RequestView[]; mayWithdraw: boolean }) {
  const t = useT(afterSales)
  return (
    <section className="panel stack" aria-labelledby="o-requests">
      <h2 className="b t15" id="o-requests">
        {t('requests')}
      </h2>
      <ul className="led">
        {requests.map((request) => (
          <li key={request.id}>
            <div className="grow stack gap2">
              <RequestFacts request={request} />
              {request.answer ? <p className="t13 quote">{t('requestAnswer', { answer: request.answer })}</p> : null}
              {mayWithdraw && request.state === 'asked' ? <Withdraw id={request.id} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was asked for: for the buyer, and for who answers. */
export function RequestFacts({ request }: { request: RequestView }) {
  const t = useT(afterSales)
  const format = useFormat()
  return (
    <div className="stack gap1">
      <p className="row wrapx gap2">
        <Tag tone={tones[request.state]}>{t(`request_${request.state}`)}</Tag>
        <time className="num t13 c3" dateTime={request.at}>
          {format.dateTime(request.at)}
        </time>
        <b className="num">{t('requestAmount', { amount: format.money(request.expected) })}</b>
      </p>
      {request.lines.map((line) => (
        <p key={line.title} className="t13 clamp1">
          {t('piece', { title: line.title, count: line.quantity })}
        </p>
      ))}
      <p className="t13">{t(`reason_${request.reason}`)}</p>
      {request.words ? <p className="t13 c2 loose wrap-any">{request.words}</p> : null}
      {request.pictures.length > 0 ? (
        <ul className="row wrapx gap2">
          {request.pictures.map((media, index) => (
            <li key={media.id} className="askpic">
              <a href={widestUrl(media.sources)} target="_blank" rel="noreferrer">
                <Picture media={{ ...media, alt: t('pictureOf', { count: index + 1 }) }} sizes="72px" ratio="1/1" />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Withdraw({ id }: { id: string }) {
  const t = useT(afterSales)
  const busy = usePending('withdraw')
  return (
    <PostForm intent="withdraw" hidden={{ [afterSalesFields.requestId]: id }} stay>
      <Button type="submit" variant="line" size="sm" busy={busy}>
        {t('withdraw')}
      </Button>
    </PostForm>
  )
}
