import { useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import type { PieceDraft } from './draft.ts'
import { type EditorLimits, labelOf } from './readiness.ts'

/** The label of a draft as readers will see it. */
export function LabelPreview({ value, limits }: { value: PieceDraft; limits: Pick<EditorLimits, 'buyableIsAd'> }) {
  const t = useT(editor)
  const parts = labelOf(value, limits)
  if (parts.length === 0 && !value.ai) return <b className="t13">{t('labelNone')}</b>
  return (
    <span className="row wrapx gap2">
      {parts.length === 0 ? null : <span className="ad st-ad">{parts.map((part) => t(`part_${part}`)).join(' · ')}</span>}
      {value.ai ? <span className="ad st-ad">{t('partAi')}</span> : null}
    </span>
  )
}
