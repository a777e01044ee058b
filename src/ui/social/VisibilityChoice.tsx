import { useT } from '../i18n/index.ts'
import { boards as messages } from '../i18n/messages/boards.ts'
import { Radio, RadioGroup } from '../primitives/Choice.tsx'

/** Who can see a board; private unless said otherwise. Field `visibility`. */
export function VisibilityChoice({ chosen = 'private' }: { chosen?: 'private' | 'public' }) {
  const t = useT(messages)
  return (
    <RadioGroup legend={t('visibility')}>
      <Radio name="visibility" value="private" defaultChecked={chosen === 'private'} label={t('private')} />
      <Radio
        name="visibility"
        value="public"
        defaultChecked={chosen === 'public'}
        label={
          <>
            {t('public')} <span className="t12 c2 blk">{t('publicHint')}</span>
          </>
        }
      />
    </RadioGroup>
  )
}
