import { useT } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'
import { Button, Callout, Checkbox, Input, TextArea } from '../primitives/index.ts'
import { FlowSteps } from './FlowSteps.tsx'

/** What the form posts; names of the fields are the names of the properties. `agree` is `yes` when ticked. */
export interface BecomeCreatorFields {
  name: string
  handle: string
  bio: string
  agree: 'yes'
}

export interface BecomeCreatorProps {
  /** Where the form posts to; a plain POST works without any script. */
  action: string
  values?: Partial<BecomeCreatorFields>
  /** Finished sentences by field, from the server. */
  errors?: Partial<Record<keyof BecomeCreatorFields | 'form', string>>
  busy?: boolean
}

/** A fan becomes a creator: a name, an address, one sentence, one promise. */
export function BecomeCreator({ action, values = {}, errors = {}, busy }: BecomeCreatorProps) {
  const t = useT(studio)
  return (
    <div className="page narrow st-page">
      <header>
        <h1 className="display t24">{t('becomeTitle')}</h1>
        <p className="c2 st-words">{t('becomeText')}</p>
      </header>
      <form className="panel stack gap4" method="post" action={action}>
        {errors.form === undefined ? null : (
          <Callout tone="bad" live>
            {errors.form}
          </Callout>
        )}
        <Input
          name="name"
          label={t('becomeName')}
          hint={t('becomeNameHint')}
          error={errors.name}
          defaultValue={values.name}
          required
          maxLength={40}
          autoComplete="nickname"
        />
        <Input
          name="handle"
          label={t('becomeHandle')}
          hint={t('becomeHandleHint')}
          error={errors.handle}
          defaultValue={values.handle}
          required
          pattern="[a-z0-9_]{3,20}"
          autoCapitalize="none"
          autoComplete="username"
          spellCheck={false}
        />
        <TextArea
          name="bio"
          label={t('becomeBio')}
          hint={t('becomeBioHint')}
          error={errors.bio}
          defaultValue={values.bio}
          rows={2}
          maxLength={200}
        />
        <Checkbox name="agree" value="yes" label={t('becomeAgree')} error={errors.agree} defaultChecked={values.agree === 'yes'} required />
        <Button type="submit" variant="main" size="xl" block busy={busy}>
          {t('becomeSubmit')}
        </Button>
      </form>
      <FlowSteps />
    </div>
  )
}
