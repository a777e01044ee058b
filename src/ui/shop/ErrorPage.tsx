import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { LinkButton } from '../primitives/Button.tsx'
import type { IconName } from '../primitives/icons.ts'
import { Empty } from '../primitives/Notice.tsx'
import { Shell } from '../shell/Shell.tsx'
import type { PieceCardView } from '../view/piece.ts'
import { Related } from './PieceParts.tsx'

export type ErrorKind = 'not-found' | 'gone' | 'forbidden' | 'busy' | 'conflict' | 'offline' | 'error'

/** The page for a status: 404 (and any other address that means nothing here), 410, 401/403, 429, 409; everything else is a fault of ours. */
export function errorKind(status: number): ErrorKind {
  if (status === 404) return 'not-found'
  if (status === 410) return 'gone'
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 429) return 'busy'
  if (status === 409) return 'conflict'
  return status >= 400 && status < 500 ? 'not-found' : 'error'
}

const texts = {
  'not-found': { text: 'notFoundText', icon: 'compass' },
  gone: { text: 'goneText', icon: 'ban' },
  forbidden: { text: 'forbiddenText', icon: 'lock' },
  conflict: { text: 'conflictText', icon: 'refresh' },
  busy: { text: 'busyText', icon: 'clock' },
  offline: { text: 'offlineText', icon: 'globe' },
  error: { text: 'errorText', icon: 'refresh' },
} as const satisfies Record<ErrorKind, { text: string; icon: IconName }>

/** Key of each page's title among the shop's sentences. */
export const errorTitles = {
  'not-found': 'notFoundTitle',
  gone: 'goneTitle',
  forbidden: 'forbiddenTitle',
  conflict: 'conflictTitle',
  busy: 'busyTitle',
  offline: 'offlineTitle',
  error: 'errorTitle',
} as const satisfies Record<ErrorKind, string>

/** Those that may be gone when one tries again. */
const retried: ReadonlySet<ErrorKind> = new Set(['error', 'busy', 'conflict', 'offline'])

interface ErrorPageProps {
  kind: ErrorKind
  /** The request's id, shown so that a report can be matched with the log. */
  requestId?: string
  /** For `gone`: other pieces, which stay readable. */
  related?: PieceCardView[]
}

/** A page that cannot be shown: what is true, what it means, what to do. */
export function ErrorPage({ kind, requestId, related = [] }: ErrorPageProps) {
  const t = useT(shop)
  const tc = useT(common)
  const to = useTo()
  const { text, icon } = texts[kind]
  const action = (
    <div className="row wrapx error-acts">
      {kind === 'forbidden' ? (
        <LinkButton to={to('/login')} variant="main">
          {tc('logIn')}
        </LinkButton>
      ) : null}
      {retried.has(kind) ? (
        <LinkButton to="" reloadDocument variant="main">
          {tc('retry')}
        </LinkButton>
      ) : null}
      <LinkButton to={to('/')} variant="line">
        {t('toHome')}
      </LinkButton>
    </div>
  )
  return (
    <Shell section="none">
      <main id="main" className="pad">
        <Empty title={t(errorTitles[kind])} icon={icon} level={1} action={action}>
          <p>{t(text)}</p>
          {requestId ? <p className="t12 c3 num">{t('errorCode', { id: requestId })}</p> : null}
        </Empty>
        <Related piece={{ related }} />
      </main>
    </Shell>
  )
}
