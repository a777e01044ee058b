import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { moneyIn, open, settled, shown } from './people.ts'

/** What fans and finance do with their hands, for several journeys. The interface is in 中文. */

export type Outcome = '付款成功' | '付款失败' | '通知晚到' | '通知送达两次'

/** From a piece through its product into the cart; answers the price that the product's page shows. */
export async function addFromPiece(page: Page, product: string): Promise<number> {
  await page.locator('a[href^="/go/"]:visible', { hasText: product }).first().click()
  await page.waitForURL(/\/product\//)
  await settled(page)
  const price = moneyIn(await shown(page))[0] as number
  await page.getByRole('button', { name: '加入购物车' }).first().click()
  await page.getByRole('link', { name: '去购物车' }).click()
  await page.waitForURL(/\/cart$/)
  await settled(page)
  return price
}

/** From the cart to the provider's page; a guest gives an address for mail, a member has one. */
export async function checkOut(page: Page, email?: string): Promise<void> {
  await page.getByRole('link', { name: /^去结算/ }).click()
  await page.waitForURL(/\/checkout$/)
  if (email) await page.getByLabel('邮箱').fill(email)
  await fillAddress(page)
  await settled(page)
  await page
    .getByRole('button', { name: /^去付款/ })
    .first()
    .click()
  await page.waitForURL(/\/pay\//)
}

async function fillAddress(page: Page): Promise<void> {
  const address = { 收件人: '林夏', 手机号: '13800001111', 省: '浙江省', 市: '杭州市', 区县: '西湖区', 详细地址: '灵溪路 18 号 3 幢 502' }
  for (const [label, value] of Object.entries(address)) await page.getByLabel(label, { exact: true }).fill(value)
}

/** Chooses a result on the provider's page and comes back to the order; answers its id. */
export async function pay(page: Page, outcome: Outcome): Promise<string> {
  await page.getByRole('radio', { name: new RegExp(outcome) }).check()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.waitForURL(/\/orders\//)
  const id = /\/orders\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  expect(id, page.url()).toBeTruthy()
  return id as string
}

/** Waits for what the order's page says in its largest words. */
export const orderSays = (page: Page, words: string, timeout = 15_000): Promise<void> =>
  page.getByRole('heading', { level: 1, name: words }).waitFor({ timeout })

export interface LedgerRow {
  transaction: string
  account: string
  kind: 'accrue' | 'reverse' | 'adjust'
  amount: number
  order: string
  orderLine: string
}

/** The ledger's rows of an order, as Payload's REST gives them to finance. */
export async function ledgerRows(finance: Page, order: string): Promise<LedgerRow[]> {
  const answer = await finance.request.get(`/api/ledger-entries?where[order][equals]=${order}&sort=sequence&limit=100&depth=0`)
  expect(answer.status()).toBe(200)
  return ((await answer.json()) as { docs: LedgerRow[] }).docs
}

/** What the creators' accounts hold of an order, after proving that every transaction sums to nothing. */
export async function creditOf(finance: Page, order: string): Promise<number> {
  const rows = await ledgerRows(finance, order)
  const byTransaction = new Map<string, number>()
  for (const { transaction, amount } of rows) byTransaction.set(transaction, (byTransaction.get(transaction) ?? 0) + amount)
  expect([...byTransaction.values()].filter((sum) => sum !== 0)).toEqual([])
  return rows.filter(({ account }) => account.startsWith('creator:')).reduce((sum, { amount }) => sum + amount, 0)
}

/** Finance finds an order by its number and takes units of its only line back. */
export async function refund(finance: Page, number: string, units: number): Promise<void> {
  await finance.goto('/zh/desk/orders')
  await settled(finance)
  await finance.getByLabel('订单号').fill(number)
  await finance.getByRole('button', { name: '查找' }).click()
  await finance.waitForURL(/desk\/orders\?.*=ZC/)
  await finance.locator('main ol a, main ul a, main li a').filter({ hasText: /.+/ }).first().click()
  await finance.waitForURL(/\/orders\/[0-9a-f-]{36}/)
  await settled(finance)
  await finance
    .getByLabel(/退几件$/)
    .first()
    .fill(String(units))
  await finance.getByLabel('货放回库存').check()
  await finance.getByRole('region', { name: '退款' }).getByLabel('原因').selectOption({ label: '买家退货' })
  await finance.getByRole('button', { name: /^退款/ }).click()
  await settled(finance)
}

/** The tax of 13 % that is inside a price. */
export const taxIn = (amount: number): number => Math.round((amount * 13) / 113)

export async function balance(creator: Page): Promise<number> {
  const text = await shown(creator)
  return moneyIn(/余额\s*([^\n]*\n?[^\n]*¥[^\n]*)/.exec(text)?.[1] ?? '')[0] as number
}

/** The newest entry of an order in the creator's list, signed. */
export async function newestEntry(creator: Page, number: string): Promise<number> {
  const row = creator.getByRole('listitem').filter({ hasText: number }).first()
  return moneyIn(await shown(row)).at(-1) as number
}

export async function whySays(page: Page, order: string): Promise<number[]> {
  await open(page, `/zh/orders/${order}/why`)
  return moneyIn(await shown(page))
}
