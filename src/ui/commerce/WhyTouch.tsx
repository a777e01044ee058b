import { Link } from 'react-router'
import { useFormat, useT } from '../i18n/index.ts'
import { why as messages } from '../i18n/messages/why.ts'
import { Avatar, Icon, type IconName } from '../primitives/index.ts'
import type { TouchKindView, WhyTouchView } from './why-view.ts'

const looks: Record<WhyTouchView['outcome'], { className: string; icon: IconName }> = {
  won: { className: 'win', icon: 'sprout' },
  considered: { className: 'ok', icon: 'check' },
  refused: { className: 'no', icon: 'close' },
  merged: { className: 'merge', icon: 'refresh' },
}

const kinds = {
  click: 'touch_click',
  scan: 'touch_scan',
  coupon: 'touch_coupon',
  'tag-open': 'touch_tag_open',
  'live-open': 'touch_live_open',
  'agent-citation': 'touch_agent_citation',
  binding: 'touch_binding',
} as const satisfies Record<TouchKindView, string>

/** One touch: when and how, whose, what came of it and by which rule. The outcome is said in words, too. */
export function WhyTouch({ touch, windowDays, phase }: { touch: WhyTouchView; windowDays: number; phase: string }) {
  const t = useT(messages)
  const format = useFormat()
  const look = looks[touch.outcome]
  const counted = touch.outcome === 'won' || touch.outcome === 'considered'
  return (
    <li className={`${look.className} ${phase}`}>
      <span className="nd">
        <Icon name={look.icon} size={14} />
      </span>
      <div className="tc">
        <p className="row between t12 c3 num">
          <span>
            <time dateTime={touch.at}>{format.dateTime(touch.at)}</time> · {t(kinds[touch.touch])}
            <span className="sr"> · {t(`out_${touch.outcome}`)}</span>
          </span>
          {touch.rule ? <span className="rule">{touch.rule}</span> : null}
          {counted ? <Share touch={touch} /> : null}
        </p>
        <p className="who">
          <Who touch={touch} />
        </p>
        <p className="t13 c2">{t(`reason_${touch.reason}`, { days: touch.days ?? 0, window: windowDays })}</p>
        {touch.joined ? <p className="t12 c3">{t('touchJoined')}</p> : null}
        {touch.byCart ? <p className="t12 c3">{t('touchByCart')}</p> : null}
      </div>
    </li>
  )
}

function Share({ touch }: { touch: WhyTouchView }) {
  const t = useT(messages)
  const format = useFormat()
  const rate = format.rate(touch.shareBps)
  return touch.outcome === 'won' ? <b className="t13 cb">{t('share', { rate })}</b> : <span>{rate}</span>
}

function Who({ touch }: { touch: WhyTouchView }) {
  const t = useT(messages)
  const { who } = touch
  switch (who.kind) {
    case 'creator': {
      const name = who.creator.name
      const text = who.pieceTitle ? t('whoPiece', { name, title: who.pieceTitle }) : name
      return (
        <>
          <Avatar media={who.creator.avatar ?? undefined} name={name} size={32} />
          <span>{who.pieceHref ? <Link to={who.pieceHref}>{text}</Link> : text}</span>
        </>
      )
    }
    case 'you': {
      const text = who.pieceTitle ? t('whoYouPiece', { title: who.pieceTitle }) : t('whoYou')
      return <span>{who.pieceHref ? <Link to={who.pieceHref}>{text}</Link> : text}</span>
    }
    case 'same-link':
      return <span>{t('whoSame', { count: touch.seconds ?? 0 })}</span>
    case 'another-creator':
      return <span>{t(who.piece === 'post' ? 'whoAnotherPost' : who.piece === 'video-note' ? 'whoAnotherVideo' : 'whoAnother')}</span>
  }
}
