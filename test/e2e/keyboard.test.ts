import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { open, openStage, type Stage, settled } from './people.ts'
import { orderSays } from './shop-acts.ts'
import { removeFolders } from './site.ts'
import { atDesk, stored } from './studio-acts.ts'

/** Journeys of people who have no pointer: nothing here clicks, taps or moves a mouse. */
let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

const MOST_STEPS = 250

/** Whether what has the focus is this, and can be seen to have it. */
async function hasFocus(target: Locator): Promise<boolean> {
  if ((await target.count()) === 0) return false
  return target.first().evaluate((element) => element === document.activeElement)
}

/**
 * Steps with Tab until this has the focus. Fails when it cannot be reached, and when something that had the focus on the
 * way could not be seen: outside the window, or without a mark around it.
 */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await hasFocus(target)) return expectSeen(page)
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not reach ${String(target)} on ${page.url()}`)
}

/** WCAG 2.4.7 and 2.4.11: the focus is seen, and nothing that stands in front covers it. */
async function expectSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    // A radio or checkbox may be drawn by its label.
    const shown = element.matches('input[type=radio], input[type=checkbox], input[type=file]')
      ? (element.closest('label') ?? element.parentElement ?? element)
      : element
    const box = shown.getBoundingClientRect()
    const marks = [element, shown, element.parentElement ?? element].some((one) => {
      const { outlineStyle, boxShadow, outlineWidth } = getComputedStyle(one)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    const free = middle !== null && (shown.contains(middle) || middle.contains(shown))
    return { marks, free, inside: box.bottom > 0 && box.top < innerHeight, what: shown.outerHTML.slice(0, 200) }
  })
  expect(seen, page.url()).toMatchObject({ marks: true, free: true, inside: true })
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

async function fill(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: typeof label === 'string' }).first())
  await page.keyboard.insertText(text)
}

describe('without a pointer', () => {
  it('a guest reads a post, opens a product, buys it and sees it paid', { timeout: 240_000 }, async () => {
    const page = await stage.visitor(atDesk)
    await open(page, '/zh')
    await page.keyboard.press('Tab')
    // The first stop skips what every page repeats.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/^#/)
    await press(page, page.locator('main a[href*="/p/"]').first())
    await page.waitForURL(/\/p\//)
    await settled(page)
    await press(page, page.locator('main a[href^="/go/"]:visible').first())
    await page.waitForURL(/\/product\//)
    await settled(page)
    await press(page, page.getByRole('button', { name: '加入购物车' }).first())
    await press(page, page.getByRole('link', { name: '去购物车' }).first())
    await page.waitForURL(/\/cart$/)
    await settled(page)
    await press(page, page.getByRole('link', { name: /^去结算/ }).first())
    await page.waitForURL(/\/checkout$/)
    await settled(page)
    await fill(page, '邮箱', 'keys@example.com')
    const address = { 收件人: '林夏', 手机号: '13800001111', 省: '浙江省', 市: '杭州市', 区县: '西湖区', 详细地址: '灵溪路 18 号 3 幢 502' }
    for (const [label, value] of Object.entries(address)) await fill(page, label, value)
    await press(page, page.getByRole('button', { name: /^去付款/ }).first())
    await page.waitForURL(/\/pay\//)
    await settled(page)
    await press(page, page.getByRole('radio').first(), 'Space')
    await press(page, page.getByRole('button', { name: '确认', exact: true }))
    await page.waitForURL(/\/orders\//)
    await orderSays(page, '付好了')
  })

  it('a creator writes a post with a product in it and submits it', { timeout: 240_000 }, async () => {
    const page = await stage.member('creator', atDesk)
    await open(page, '/zh/studio')
    await press(page, page.locator('a[href$="/studio/new"], a[href$="/studio/new/post"]').first())
    await page.waitForURL(/\/studio\/new/)
    await settled(page)
    if (!page.url().endsWith('/post')) {
      await press(page, page.locator('main a[href$="/studio/new/post"]').first())
      await page.waitForURL(/\/new\/post/)
      await settled(page)
    }
    // The way to the system's own window for files is reached and opened; what that does belongs to the system.
    const chooser = page.waitForEvent('filechooser')
    const file = page.locator('input[type=file]').first()
    const opener = page.getByRole('button', { name: /图片/ }).or(file)
    await tabTo(page, opener.first())
    await page.keyboard.press('Enter')
    await (await chooser).setFiles('test/fixtures/pictures/cup.webp')
    await page.getByText('第 1 张，共 1 张').waitFor()
    await fill(page, '图里有什么', '一只放在窗台上的杯子')
    await tabTo(page, page.getByRole('textbox', { name: '标题', exact: true }))
    await page.keyboard.insertText('只用键盘写的一篇')
    await tabTo(page, page.getByRole('textbox', { name: '正文', exact: true }))
    await page.keyboard.insertText('晚上只开一盏灯。')
    await tabTo(page, page.getByRole('button', { name: '插入商品' }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    const picker = page.getByRole('dialog', { name: '选择商品' })
    await picker.waitFor()
    await page.keyboard.insertText('台灯')
    await picker.getByRole('option', { name: /台灯/ }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await picker.waitFor({ state: 'detached' })
    await stored(page)
    await press(page, page.getByRole('button', { name: /^提交审核/ }))
    await page.waitForURL(/\/studio\/pieces(\?|$)/)
    await page.getByText('只用键盘写的一篇').first().waitFor()
  })

  it('an editor goes through the queue and approves', { timeout: 240_000 }, async () => {
    const page = await stage.member('editor', atDesk)
    await open(page, '/zh/desk')
    await page.keyboard.press('j')
    await page.waitForURL(/\/desk\/[0-9a-f-]{36}/)
    await page.getByText('你已认领').first().waitFor()
    const answered = page.waitForResponse((response) => /\/v1\/review\/.*\/approve/.test(response.url()))
    await page.keyboard.press('a')
    await page.keyboard.press('Control+Enter')
    await press(page, page.getByRole('button', { name: '现在发出' }))
    expect((await answered).status()).toBe(200)
  })
})
