import type { ReactNode } from 'react'
import { formatDuration, useT } from '../i18n/index.ts'
import { account as messages } from '../i18n/messages/account.ts'
import { Callout, Icon, type IconName } from '../primitives/index.ts'
import { Headline } from '../shop/Highlight.tsx'
import { type FormFailure, formFailureText } from './account-error.ts'

/** The narrow page that every form of accounts stands on. */
export function AuthFrame({ title, text, children }: { title: ReactNode; text?: ReactNode; children: ReactNode }) {
  return (
    <main id="main" className="auth">
      <header>
        <h1 className="display t32">{title}</h1>
        {text ? <p className="c2 loose">{typeof text === 'string' ? <Headline title={text} /> : text}</p> : null}
      </header>
      {children}
    </main>
  )
}

/** The answer to a form that needs nothing more here: neutral, so that it tells nobody which addresses have accounts. */
export function AuthDone({
  title,
  text,
  bad,
  icon,
  children,
}: {
  title: ReactNode
  text: ReactNode
  bad?: boolean
  icon?: IconName
  children?: ReactNode
}) {
  return (
    <main id="main" className="auth">
      <div className={bad ? 'done is-bad' : 'done'}>
        <span className="tick">
          <Icon name={icon ?? (bad ? 'alert' : 'check')} size={24} />
        </span>
        <h1 className="display t24">{title}</h1>
        <p className="c2 loose">{text}</p>
        {children}
      </div>
    </main>
  )
}

/** Why the form as a whole was refused. */
export function AuthFailure({ failure }: { failure?: FormFailure }) {
  const t = useT(messages)
  if (!failure) return null
  return (
    <Callout tone={failure.code === 'unverified' ? 'honey' : 'bad'} live>
      {formFailureText(t, failure, formatDuration)}
    </Callout>
  )
}
