import { useEffect, useRef } from 'react'
import { useT } from '../i18n/index.ts'
import { social } from '../i18n/messages/social.ts'
import { Button } from '../primitives/Button.tsx'
import { Sheet } from '../primitives/Dialog.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { Skeleton } from '../primitives/Skeleton.tsx'
import type { BoardChoiceView } from '../view/social.ts'
import type { useCollect } from './use-collect.ts'

export interface CollectSheetProps {
  open: boolean
  onClose: () => void
  collecting: ReturnType<typeof useCollect>
}

/** All boards, each taken or left with a tap, and a new one. Fetched when it is first opened. */
export function CollectSheet({ open, onClose, collecting }: CollectSheetProps) {
  const t = useT(social)
  const { boards, send, load } = collecting
  const asked = useRef(false)
  useEffect(() => {
    if (open && !asked.current) load()
    asked.current = open
  }, [open, load])
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('collectSheet')}
      foot={
        <Button type="button" onClick={onClose}>
          {t('collectDone')}
        </Button>
      }
    >
      {open ? (
        <>
          {boards === undefined ? (
            <Skeleton height={44} />
          ) : (
            <Rows boards={boards} onPick={(board, on) => send({ board, on: on ? '1' : '0' })} />
          )}
          <NewBoard onMake={(title) => send({ intent: 'new', title })} />
        </>
      ) : null}
    </Sheet>
  )
}

function Rows({ boards, onPick }: { boards: readonly BoardChoiceView[]; onPick: (board: string, on: boolean) => void }) {
  const t = useT(social)
  if (boards.length === 0) return <p className="t13 c2">{t('collectNone')}</p>
  return (
    <ul className="boards-pick">
      {boards.map(({ id, title, visibility, has }) => (
        <li key={id}>
          <button type="button" className="board-pick" aria-pressed={has} onClick={() => onPick(id, !has)}>
            <Icon name={has ? 'bookmarkFill' : 'bookmark'} />
            <span className="grow clamp1">{title}</span>
            <span className="t12 c3">{t(visibility === 'public' ? 'boardPublic' : 'boardPrivate')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function NewBoard({ onMake }: { onMake: (title: string) => void }) {
  const t = useT(social)
  const field = useRef<HTMLInputElement>(null)
  return (
    <form
      className="row board-new"
      onSubmit={(event) => {
        event.preventDefault()
        const title = field.current?.value.trim() ?? ''
        if (!title) return field.current?.focus()
        onMake(title)
        if (field.current) field.current.value = ''
      }}
    >
      <input ref={field} className="input grow" aria-label={t('boardNew')} placeholder={t('boardTitlePlaceholder')} maxLength={40} />
      <Button type="submit" variant="soft">
        {t('boardCreate')}
      </Button>
    </form>
  )
}
