import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT } from '../i18n/index.ts'
import { finance as messages } from '../i18n/messages/finance.ts'
import { Button, Input, OptionRadio, RadioGroup, TextArea } from '../primitives/index.ts'
import type { Typed } from './view.ts'

const kinds = ['flat', 'per_view'] as const

type Name = 'fee' | 'piece' | 'views' | 'perThousand' | 'cap' | 'handle' | 'proof'

/** Proposes a bonus. The fields of the chosen kind are shown by the style alone, so that it works before its script. */
export function BonusForm({ typed, currency, idempotencyKey }: { typed: Typed; currency: string; idempotencyKey: string }) {
  const t = useT(messages)
  const busy = usePending('propose')
  const { values, errors } = typed
  const tie = (name: Name) => ({ name, defaultValue: values[name], error: errors[name] && t(`err_${name}`) })
  const figure = { inputMode: 'decimal', autoComplete: 'off', maxLength: 16, className: 'num' } as const
  return (
    <section className="panel stack gap3" aria-labelledby="fi-propose">
      <header>
        <h2 className="h2" id="fi-propose">
          {t('proposeTitle')}
        </h2>
        <p className="t13 c2 loose">{t('proposeText')}</p>
      </header>
      <PostForm intent="propose" hidden={{ idempotencyKey: `${idempotencyKey}:propose` }} className="po-form">
        <Input {...tie('handle')} label={t('handle')} hint={t('handleHint')} autoComplete="off" autoCapitalize="none" maxLength={60} />
        <RadioGroup legend={t('kind')}>
          <div className="opts">
            {kinds.map((kind) => (
              <OptionRadio
                key={kind}
                name="kind"
                value={kind}
                label={t(`kind_${kind}`)}
                defaultChecked={(values.kind === 'per_view' ? 'per_view' : 'flat') === kind}
              />
            ))}
          </div>
        </RadioGroup>
        <div className="stack" data-kind="flat">
          <Input {...tie('fee')} {...figure} label={t('fee', { currency })} />
        </div>
        <div className="stack gap3" data-kind="per_view">
          <Input {...tie('piece')} label={t('pieceAddress')} hint={t('pieceHint')} autoComplete="off" maxLength={300} />
          <Input {...tie('views')} {...figure} inputMode="numeric" label={t('views')} hint={t('viewsHint')} />
          <Input {...tie('perThousand')} {...figure} label={t('perThousand', { currency })} />
        </div>
        <Input {...tie('cap')} {...figure} label={t('cap', { currency })} hint={t('capHint')} />
        <TextArea {...tie('proof')} label={t('proof')} hint={t('proofHint')} rows={3} maxLength={1000} />
        <Button type="submit" variant="main" busy={busy}>
          {t('propose')}
        </Button>
      </PostForm>
    </section>
  )
}
