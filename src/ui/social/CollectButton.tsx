import { type ComponentType, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { social } from '../i18n/messages/social.ts'
import { cx } from '../primitives/class-names.ts'
import { Icon } from '../primitives/Icon.tsx'
import { useToast } from '../primitives/Toast.tsx'
import { usePersonal } from '../view/personal.tsx'
import { type SocialTarget, targetQuery } from '../view/social.ts'
import type { CollectSheetProps } from './CollectSheet.tsx'
import { useCollect } from './use-collect.ts'

interface CollectButtonProps {
  target: SocialTarget
  /** People who collected it when the page was made. */
  count: number
  /** `bar`: icon over the number. `line`: a button with words. */
  look?: 'bar' | 'line'
  className?: string
}

/**
 * Collects something with one tap into the first board; a second tap opens the sheet with all boards. Before the script a
 * plain form: posts to `/:locale/collect` `kind`, `target`, `on`, `back`, and lands on the page of the sheet.
 */
export function CollectButton({ target, count, look = 'bar', className }: CollectButtonProps) {
  const t = useT(social)
  const to = useTo()
  const toast = useToast()
  const format = useFormat()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { collects, status, refresh } = usePersonal()
  const [sheet, setSheet] = useState(false)
  const [Sheet, setFetched] = useState<ComponentType<CollectSheetProps> | null>(null)
  const back = pathname + search
  const openSheet = () =>
    import('./CollectSheet.tsx').then(
      ({ CollectSheet }) => {
        setFetched(() => CollectSheet)
        setSheet(true)
      },
      // The sheet did not come: its page may.
      () => location.assign(`${to('/collect')}?${targetQuery(target)}&back=${encodeURIComponent(back)}`),
    )
  const [told, setTold] = useState<{ on: boolean; count: number } | null>(null)
  const on = told?.on ?? collects.has(target.id)
  const shown = told?.count ?? count
  const collecting = useCollect(target, (answer) => {
    if (!answer.ok) return toast({ text: t('collectFailed') })
    setTold({ on: answer.on, count: answer.count })
    refresh()
    if (sheet || !answer.board) return
    toast({
      text: t('collectedTo', { title: answer.board.title }),
      action: (
        <button type="button" className="hit" onClick={() => void openSheet()}>
          {t('collectChange')}
        </button>
      ),
    })
  })
  return (
    <>
      <form method="post" action={to('/collect')} className={cx('collect-form', className)}>
        <input type="hidden" name="kind" value={target.kind} />
        <input type="hidden" name="target" value={target.id} />
        <input type="hidden" name="back" value={back} />
        <button
          type="submit"
          name="on"
          value="1"
          className={look === 'bar' ? 'act' : 'btn btn-line'}
          aria-pressed={on}
          aria-label={t(on ? 'collectedCount' : 'collectCount', { count: shown })}
          onClick={(event) => {
            event.preventDefault()
            if (status === 'anonymous') return void navigate(`${to('/login')}?next=${encodeURIComponent(back)}`)
            if (on) void openSheet()
            else collecting.send({ on: '1' })
          }}
        >
          <Icon name={on ? 'bookmarkFill' : 'bookmark'} size={look === 'bar' ? 24 : 20} />
          {look === 'bar' ? <span className="num">{format.count(shown)}</span> : <span>{t('collect')}</span>}
        </button>
      </form>
      {Sheet ? <Sheet open={sheet} onClose={() => setSheet(false)} collecting={collecting} /> : null}
    </>
  )
}
