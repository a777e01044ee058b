import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { AccountPage, BecomeCreator, ForgotPassword, LogIn, ResetPassword, SignUp, VerifyEmail } from '../../../src/ui/account/index.ts'
import { Cart, Checkout, Earnings, OrderList, OrderPage, RefundPanel, SandboxPay, WhyPage } from '../../../src/ui/commerce/index.ts'
import { LocaleProvider } from '../../../src/ui/i18n/index.ts'
import { cart, checkout, cny, creator, earnings, order, refund, sum, why } from './commerce-views.ts'

/** The page as it leaves the server, before any script. */
function html(element: ReactElement, locale: 'zh' | 'en' = 'zh'): string {
  const router = createMemoryRouter([{ path: '*', element }])
  return renderToString(
    <LocaleProvider locale={locale} timeZone="Asia/Shanghai" now="2026-11-22T12:40:00.000Z">
      <RouterProvider router={router} />
    </LocaleProvider>,
  ).replaceAll('<!-- -->', '')
}

const values = { country: 'CN', shipping: 'standard', email: 'ye@', line1: '灵溪路 18 号' }
const pay = {
  merchant: '云杉户外店',
  amount: cny(62900),
  orderNumber: 'ZC-20261122-0417',
  orderHref: '/zh/orders/order-1',
  payBefore: '2026-11-22T12:54:32.000Z',
  delaySeconds: 5,
  closed: false,
}
const account = {
  displayName: '叶知秋',
  email: 'ye@example.com',
  avatar: null,
  memberSince: '2026-03-02T00:00:00.000Z',
  orders: 3,
  follows: 0,
  hrefs: { orders: '/zh/orders', follows: '/zh/follows', studio: null, desk: null, feed: '/zh/why-feed', becomeCreator: '/zh/studio/join' },
}

const screens: Record<string, ReactElement> = {
  cart: <Cart cart={cart} />,
  checkout: <Checkout view={checkout} values={values} errors={{ email: { code: 'email' }, line1: { code: 'house_number' } }} />,
  pay: <SandboxPay view={pay} />,
  order: <OrderPage order={order} />,
  orders: <OrderList orders={[]} shopHref="/zh" olderHref={null} />,
  refund: <RefundPanel view={refund} values={{ 'quantity.line-1': '1' }} />,
  why: <WhyPage view={why} />,
  earnings: <Earnings view={earnings} />,
  logIn: <LogIn signUpHref="/zh/sign-up" failure={{ code: 'unverified' }} values={{ email: 'ye@example.com' }} />,
  signUp: <SignUp logInHref="/zh/login" termsHref="/zh/terms" />,
  forgot: <ForgotPassword validMinutes={60} />,
  reset: <ResetPassword token="secret-token" state="form" />,
  verify: <VerifyEmail token="secret-token" state="ask" />,
  account: <AccountPage view={account} />,
  become: <BecomeCreator verticals={[{ id: 'outdoor', name: '户外' }]} creatorBase="example.com/zh/creator/" />,
}

describe.each(Object.keys(screens))('%s', (name) => {
  const screen = screens[name]!

  it.each(['zh', 'en'] as const)('is drawn in %s with every form as a post that says its intent', (locale) => {
    const page = html(screen, locale)
    const forms = page.match(/<form[^>]*>.*?<\/form>/gs) ?? []
    for (const form of forms) {
      expect(form).toMatch(/^<form[^>]*method="post"/)
      expect(form).toMatch(/<input type="hidden" name="intent" value="[a-z-]+"/)
      expect(form).toContain('type="submit"')
    }
    expect(page).not.toMatch(/undefined|\[object|NaN/)
  })

  it('never posts a price, a state, a role or an owner', () => {
    const names = [...html(screen).matchAll(/<(?:input|select|textarea|button)[^>]* name="([^"]+)"/g)].map((hit) => hit[1])
    expect(names.filter((field) => /price|amount|total|state|role|user|creatorId|commission/i.test(field ?? ''))).toEqual([])
  })

  it('gives every visible control a name', () => {
    const page = html(screen)
    for (const [control, id] of page.matchAll(/<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*?(?: id="([^"]+)")[^>]*>/g)) {
      expect(page, control).toContain(`for="${id}"`)
    }
  })
})

describe('the cart', () => {
  it('posts the whole new quantity, so that a press that arrives twice counts once', () => {
    expect(html(<Cart cart={cart} />)).toMatch(/<button[^>]*value="3"[^>]*name="quantity"/)
  })

  it('keeps a sold-out line in its place, without a stepper, and says why the button waits', () => {
    const line = { ...cart.lines[0]!, trouble: { kind: 'sold-out' as const } }
    const page = html(<Cart cart={{ ...cart, lines: [line] }} />)
    expect(page).toContain('售罄，不计入合计')
    expect(page).not.toContain('name="quantity"')
    expect(page).toContain('没有可以结算的商品')
  })

  it('offers to put a removed line back', () => {
    const page = html(<Cart cart={{ ...cart, lines: [], removed: { lineId: 'line-9', title: '滤杯', quantity: 2 } }} />)
    expect(page).toContain('已移除 滤杯')
    expect(page).toContain('value="restore"')
    expect(page).toContain('value="line-9"')
  })
})

describe('the checkout', () => {
  const page = html(screens.checkout!)

  it('keeps what was entered and ties each error to its field', () => {
    expect(page).toContain('value="灵溪路 18 号"')
    const field = page.match(/<input[^>]*name="line1"[^>]*>/)?.[0] ?? ''
    expect(field).toContain('aria-invalid="true"')
    const error = field.match(/aria-describedby="([^" ]+)/)?.[1] ?? 'none'
    expect(page).toContain(`id="${error}"`)
    expect(page).toContain('还差门牌')
  })

  it('says that the commission does not raise the price', () => {
    expect(page).toContain('不加进你的价格')
  })

  it('waits for a yes when a price changed', () => {
    const changed = html(
      <Checkout
        view={checkout}
        values={values}
        changes={{ items: [{ kind: 'price', title: '帐篷', before: cny(59900), after: cny(62900) }], totalBefore: cny(59900) }}
      />,
    )
    expect(changed).toContain('name="acceptChanges"')
    expect(changed).toContain('¥599.00 → ¥629.00')
    expect(changed.indexOf('付款前请看一下变化')).toBeLessThan(changed.indexOf('同意并付款'))
  })

  it('asks for another country without placing the order, also before the script', () => {
    expect(page).toMatch(/<button[^>]*name="showCountry"[^>]*>/)
  })
})

describe('the order', () => {
  it('shows the time left and one way to pay while it waits', () => {
    const page = html(
      <OrderPage order={{ ...order, state: 'awaiting_payment', payBefore: '2026-11-22T12:54:32.000Z', payHref: '/zh/pay/1' }} />,
    )
    expect(page).toContain('14:32')
    expect(page).toContain('href="/zh/pay/1"')
    expect(page).not.toContain('付好了')
  })

  it('offers to try again after a failed payment, with the guest key in the form', () => {
    const page = html(<OrderPage order={{ ...order, state: 'payment_failed', reader: 'guest', token: 'guest-key', canRetry: true }} />)
    expect(page).toContain('value="retry"')
    expect(page).toContain('value="guest-key"')
  })

  it('does not say paid while only the browser says so', () => {
    const page = html(<OrderPage order={{ ...order, state: 'awaiting_payment', checking: true }} />)
    expect(page).toContain('正在确认付款')
    expect(page).not.toContain('付好了')
  })

  it('shows what went back and what is left of the sum', () => {
    const page = html(<OrderPage order={{ ...order, refundState: 'partial', refundedTotal: cny(10000), sum }} />)
    expect(page).toContain('−¥100.00')
    expect(page).toContain('¥529.00')
  })
})

describe('the why page of a creator', () => {
  it('ATT-39 shows neither the buyer nor another creator', () => {
    const page = html(<WhyPage view={why} />)
    expect(page).not.toMatch(/叶知秋|ye@example|灵溪路/)
    expect(page).toContain('另一位创作者的笔记')
    expect(page).toContain('ATT-08')
    expect(page).toContain('¥44.53 计给你')
  })

  it('ATT-28 says so when a refund took all of it back', () => {
    const reversals = [{ at: '2026-11-24T02:00:00.000Z', refunded: cny(62900), commission: cny(-4453), reason: 'refunded' }]
    const page = html(<WhyPage view={{ ...why, reversals, net: cny(0) }} />)
    expect(page).toContain('佣金已全部收回')
    expect(page).toContain('−¥44.53')
    expect(page).not.toContain('什么时候能提')
  })

  it('names the rule when nobody is credited', () => {
    const page = html(<WhyPage view={{ ...why, reader: 'buyer', verdict: null, reason: 'self_purchase', rule: 'ATT-20', net: null }} />)
    expect(page).toContain('这一行没有佣金')
    expect(page).toContain('ATT-20')
  })

  it('leaves a creator without a name unnamed to the buyer', () => {
    const verdict = { shares: [{ creator: null, shareBps: 10_000, commission: cny(4453) }] }
    const page = html(<WhyPage view={{ ...why, reader: 'buyer', verdict }} />)
    expect(page).toContain('另一位创作者')
    expect(page).not.toContain(creator.name)
  })
})

describe('the earnings', () => {
  it('says so when the page does not add up, instead of hiding it', () => {
    expect(html(<Earnings view={earnings} />)).toContain('正好等于期末')
    expect(html(<Earnings view={{ ...earnings, closing: cny(4454) }} />)).toContain('对不上')
  })

  it('signs every entry and leads to its why', () => {
    const page = html(<Earnings view={earnings} />)
    expect(page).toContain('+¥44.53')
    expect(page).toContain('href="/zh/orders/order-1/why"')
  })
})

describe('the refund panel', () => {
  it('previews the amount and the commission of the units entered', () => {
    const page = html(screens.refund!)
    expect(page).toContain('¥83.34')
    expect(page).toContain('¥3.34')
    expect(page).toContain('name="quantity.line-1"')
  })
})
