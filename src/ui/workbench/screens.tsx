import type { ReactElement } from 'react'
import { AccountPage, BecomeCreator, ForgotPassword, LogIn, ResetPassword, SignUp, VerifyEmail } from '../account/index.ts'
import { Notifications } from '../account/Notifications.tsx'
import { ReviewDesk, type ReviewDeskProps } from '../desk/ReviewDesk.tsx'
import { PieceList } from '../studio/PieceList.tsx'
import { StudioDashboard } from '../studio/StudioDashboard.tsx'
import { StudioShell } from '../studio/StudioShell.tsx'
import { edit, item, queue } from './samples/desk.ts'
import { daily, nothingYet, pieces, when } from './samples/studio.ts'
import { cartStates, checkoutStates, earningsStates, orderStates, ordersStates, payStates, whyStates } from './screens-commerce.tsx'

const nothing = () => {}
const daysOf = (...[span, metric, factor]: Parameters<typeof daily>) => daily(span, metric, factor)

const dashboard = { creatorName: '阿禾', span: 30, daily: daysOf(), pieces, when, totalPieces: 164 } as const

const studioStates: Record<string, ReactElement> = {
  full: framed(<StudioDashboard {...dashboard} pieces={[...pieces]} />),
  'ninety days of clicks': framed(<StudioDashboard {...dashboard} pieces={pieces.slice(0, 1)} span={90} daily={daysOf(90, 'clicks')} />),
  'nothing counted yet': framed(
    <StudioDashboard {...dashboard} pieces={pieces.slice(2, 4)} daily={daysOf(30, 'views', 0)} when={nothingYet} />,
  ),
  'new creator': framed(
    <StudioDashboard {...dashboard} pieces={[]} totalPieces={0} daily={daysOf(30, 'commission', 0)} when={nothingYet} />,
  ),
  'parts failed': framed(<StudioDashboard {...dashboard} daily={null} when={null} pieces={null} />),
}

function framed(children: ReactElement) {
  return <StudioShell part="overview">{children}</StudioShell>
}

const desk = (more: Partial<ReviewDeskProps>) => (
  <ReviewDesk
    queue={queue}
    item={item}
    doneToday={12}
    total={queue.length}
    heldComments={2}
    onOpen={nothing}
    onSend={nothing}
    onReload={nothing}
    error={null}
    {...more}
  />
)

const deskStates: Record<string, ReactElement> = {
  'first piece': desk({}),
  'an edit': desk({ item: edit }),
  'claimed by another': desk({ item: { ...item, claim: { by: 'other', name: '木子', until: '2026-11-22T13:00:00.000Z' } } }),
  'written on': desk({ item: { ...item, stale: true } }),
  'own piece': desk({ item: { ...item, isOwn: true } }),
  'not arrived': desk({ error: '连不上，决定没有送到。' }),
  'nothing chosen': desk({ item: null }),
  'all read': desk({ item: null, queue: [], total: 0 }),
}

const account = {
  displayName: '叶知秋',
  email: 'ye@example.com',
  avatar: null,
  memberSince: '2026-03-02T00:00:00.000Z',
  orders: 3,
  follows: 0,
  hrefs: { orders: '#orders', follows: '#follows', studio: null, desk: null, feed: '#feed', becomeCreator: '#join' },
}

const accountStates: Record<string, ReactElement> = {
  fan: <AccountPage view={account} />,
  'creator and editor, saved': (
    <AccountPage view={{ ...account, hrefs: { ...account.hrefs, studio: '#s', desk: '#d', sales: '#o', becomeCreator: null } }} saved />
  ),
  'name missing': <AccountPage view={account} values={{ displayName: '' }} errors={{ displayName: { code: 'required' } }} />,
  'become creator': (
    <BecomeCreator
      verticals={[{ id: 'outdoor', name: '户外' }]}
      creatorBase="example.com/zh/creator/"
      values={{ handle: 'Ah' }}
      errors={{ handle: { code: 'handle_shape' } }}
    />
  ),
  'no news': <Notifications items={[]} unread={0} />,
  news: (
    <Notifications
      unread={1}
      items={[
        { id: 'n1', text: '编辑请你修改「手冲从磨豆开始」', href: '#', at: '2026-11-22T10:00:00.000Z', read: false },
        { id: 'n2', text: '「零下五度露营」公开了', href: '#', at: '2026-11-09T10:00:00.000Z', read: true },
      ]}
    />
  ),
}

const doorStates: Record<string, ReactElement> = {
  'log in': <LogIn signUpHref="#" />,
  'wrong password': <LogIn signUpHref="#" failure={{ code: 'credentials' }} values={{ email: 'ye@example.com' }} />,
  'too many tries': <LogIn signUpHref="#" failure={{ code: 'too_many', retryAfterSeconds: 60 }} />,
  'not verified': <LogIn signUpHref="#" failure={{ code: 'unverified' }} values={{ email: 'ye@example.com' }} />,
  'sign up': <SignUp logInHref="#" termsHref="#" />,
  'sign up, errors': (
    <SignUp logInHref="#" termsHref="#" errors={{ email: { code: 'email' }, password: { code: 'password_short', count: 4 } }} />
  ),
  'sign up, sent': <SignUp logInHref="#" termsHref={null} sent />,
  'forgot password': <ForgotPassword validMinutes={60} />,
  'new password': <ResetPassword token="t" state="form" />,
  'link expired': <ResetPassword token="t" state="expired" />,
  'verify e-mail': <VerifyEmail token="t" state="ask" />,
}

/** Whole screens by area and state; each has an address of its own, `/:lang/_ui/:screen/:state`. */
export const screens: Record<string, Record<string, ReactElement>> = {
  cart: cartStates,
  checkout: checkoutStates,
  pay: payStates,
  order: orderStates,
  orders: ordersStates,
  why: whyStates,
  earnings: earningsStates,
  studio: studioStates,
  pieces: {
    some: framed(<PieceList pieces={pieces} filter="all" />),
    none: framed(<PieceList pieces={[]} filter="all" />),
    'none in this state': framed(<PieceList pieces={pieces.slice(0, 1)} filter="draft" />),
  },
  desk: deskStates,
  account: accountStates,
  doors: doorStates,
}

/** A state's name in an address. */
export const stateSlug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')

/** The screen at an address, or null when there is none. */
export function screenAt(screen: string, state: string): ReactElement | null {
  const states = Object.entries(screens[screen] ?? {})
  return states.find(([name]) => stateSlug(name) === state)?.[1] ?? null
}
