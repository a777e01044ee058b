import { useState } from 'react'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT, useTo } from '../i18n/index.ts'
import { studioPages } from '../i18n/messages/studio-pages.ts'
import { Button, Dialog } from '../primitives/index.ts'
import { PieceTime } from './PieceTime.tsx'
import type { StudioPiece } from './view.ts'

/** What an author can do with a stored piece besides writing. */
export type PieceAction = 'withdraw' | 'delete'

/** The actions that a piece's state allows: what is public or waits can be taken back, and anything can be deleted. */
export function actionsOf({ state, publicPath }: Pick<StudioPiece, 'state' | 'publicPath'>): PieceAction[] {
  const waits = state === 'submitted' || state === 'in_review'
  return [...(waits || publicPath !== null ? (['withdraw'] as const) : []), 'delete']
}

const texts = {
  withdraw: { button: 'withdraw', text: 'withdrawText', title: 'confirmWithdraw', yes: 'yesWithdraw' },
  delete: { button: 'delete', text: 'deleteText', title: 'confirmDelete', yes: 'yesDelete' },
} as const satisfies Record<PieceAction, Record<string, string>>

/** Withdraw, delete; each says what it does and asks once. The forms post to `/studio/pieces`. */
export function PieceActions({ piece }: { piece: StudioPiece }) {
  const t = useT(studioPages)
  const to = useTo()
  const [asked, setAsked] = useState<PieceAction | null>(null)
  const busy = usePending(asked ?? '')
  return (
    <>
      <PieceTime piece={piece} />
      <section className="st-actions" aria-labelledby="piece-actions">
        <h2 className="b st-sub" id="piece-actions">
          {t('actions')}
        </h2>
        <div className="row wrapx">
          {actionsOf(piece).map((action) => (
            <Button key={action} type="button" size="sm" variant="line" onClick={() => setAsked(action)}>
              {t(texts[action].button)}
            </Button>
          ))}
        </div>
        <Dialog open={asked !== null} onClose={() => setAsked(null)} title={asked === null ? '' : t(texts[asked].title)} sheet>
          {asked === null ? null : (
            <PostForm intent={asked} action={to('/studio/pieces')} hidden={{ id: piece.id, title: piece.title }} className="stack gap4">
              <p>{t(asked === 'withdraw' && piece.publicPath === null ? 'withdrawWaiting' : texts[asked].text)}</p>
              <Button type="submit" variant="main" block busy={busy}>
                {t(texts[asked].yes)}
              </Button>
            </PostForm>
          )}
        </Dialog>
      </section>
    </>
  )
}
