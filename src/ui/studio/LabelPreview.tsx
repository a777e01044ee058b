import { useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import type { PieceDraft } from './draft.ts'
import { type EditorLimits, labelOf, machineLabel } from './readiness.ts'

/** The label of a draft as readers will see it. */
export function LabelPreview({ value, limits }: { value: PieceDraft; limits: Pick<EditorLimits, 'buyableIsAd'> }) {
  const t = useT(editor)
  const parts = labelOf(value, limits)
  const machine = machineLabel(value)
  if (parts.length === 0 && machine === null) return <b className="t13">{t('labelNone')}</b>
  return (
    <span className="row wrapx gap2">
      {parts.length === 0 ? null : <span className="ad st-ad">{parts.map((part) => t(`part_${part}`)).join(' · ')}</span>}
      {machine === null ? null : <span className="ad st-ad">{t(machine === 'ai' ? 'partAi' : 'partAiMaybe')}</span>}
    </span>
  )
}
