import { useState } from 'react'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT } from '../i18n/index.ts'
import { account as messages } from '../i18n/messages/account.ts'
import { Button, Checkbox, Input, Select, TextArea } from '../primitives/index.ts'
import { AuthFailure, AuthFrame } from './AuthFrame.tsx'
import { type AccountErrors, accountErrorText, type FormFailure } from './account-error.ts'
import { bioMax, type CreatorField, creatorFields, tidyHandle } from './fields.ts'

export interface BecomeCreatorProps {
  /** What one may mainly write about, named in the reader's language. */
  verticals: { id: string; name: string }[]
  /** Address of a creator's page without the handle, such as `example.com/zh/creator/`. */
  creatorBase: string
  values?: Partial<Record<CreatorField, string>>
  errors?: AccountErrors<CreatorField>
  failure?: FormFailure
}

/** The short form by which a fan becomes a creator. Posts `creatorFields`. */
export function BecomeCreator({ verticals, creatorBase, values = {}, errors = {}, failure }: BecomeCreatorProps) {
  const t = useT(messages)
  const busy = usePending('become-creator')
  const [handle, setHandle] = useState(values.handle ?? '')
  return (
    <AuthFrame title={t('becomeCreator')} text={t('becomeText')}>
      <AuthFailure failure={failure} />
      <PostForm intent="become-creator" className="panel stack gap4">
        <Input
          label={t('handle')}
          hint={t('handleHint', { url: `${creatorBase}${tidyHandle(handle)}` })}
          error={accountErrorText(t, errors.handle)}
          name={creatorFields.handle}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={25}
          defaultValue={values.handle}
          onChange={(event) => setHandle(event.currentTarget.value)}
        />
        <Input
          label={t('creatorName')}
          error={accountErrorText(t, errors.displayName)}
          name={creatorFields.displayName}
          required
          maxLength={40}
          defaultValue={values.displayName}
        />
        <Select
          label={t('vertical')}
          error={accountErrorText(t, errors.vertical)}
          name={creatorFields.vertical}
          required
          defaultValue={values.vertical ?? ''}
        >
          <option value="" disabled>
            {t('verticalChoose')}
          </option>
          {verticals.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <TextArea
          label={t('bio')}
          hint={t('bioHint', { max: bioMax })}
          optional
          error={accountErrorText(t, errors.bio)}
          name={creatorFields.bio}
          rows={2}
          maxLength={bioMax}
          defaultValue={values.bio}
        />
        <Checkbox
          name={creatorFields.terms}
          value="1"
          required
          defaultChecked={values.terms === '1'}
          label={t('creatorTerms')}
          error={accountErrorText(t, errors.terms)}
        />
        <Button type="submit" variant="main" size="xl" block busy={busy}>
          {t('becomeButton')}
        </Button>
      </PostForm>
    </AuthFrame>
  )
}
