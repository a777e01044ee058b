import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { Button, Icon } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'

/** A piece as readers will see it (the shop's own page as `children`), under a band that says that it is not public. */
export function PreviewMode({ onBack, children }: { onBack: () => void; children: ReactNode }) {
  const t = useT(editor)
  return (
    <div className="st-preview">
      <div className="callout co-h st-preview-bar" role="status">
        <Icon name={workIcons.eye} size={16} />
        <span className="grow">{t('previewNote')}</span>
        <Button type="button" size="sm" variant="line" onClick={onBack}>
          {t('previewBack')}
        </Button>
      </div>
      {children}
    </div>
  )
}
