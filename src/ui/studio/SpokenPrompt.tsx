import { htmlLang, useT } from '../i18n/index.ts'
import { editorMedia } from '../i18n/messages/editor-media.ts'
import { Callout } from '../primitives/index.ts'
import type { EditorProps } from './editor-props.ts'
import { labelOf } from './readiness.ts'
import { spokenWords } from './spoken-words.ts'

/** The prompt card of a video with a label: what to say aloud, since the label on the picture reaches only those who look (DIS-2). */
export function SpokenPrompt({ value, limits }: Pick<EditorProps, 'value' | 'limits'>) {
  const t = useT(editorMedia)
  const words = spokenWords(labelOf(value, limits), value.ai, value.language)
  if (words.length === 0) return null
  return (
    <Callout>
      <p className="b t13">{t('spokenTitle')}</p>
      <p className="t15" lang={htmlLang[value.language]}>
        {words.join(value.language === 'zh' ? '' : ' ')}
      </p>
      <p className="t12 c2">{t('spokenHint')}</p>
    </Callout>
  )
}
