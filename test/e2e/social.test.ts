import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { open, openStage, type Stage, settled } from './people.ts'
import { removeFolders } from './site.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

/** Address of the first piece on the home page. */
async function aPiece(page: Page): Promise<string> {
  await open(page, '/zh')
  return (await page.locator('main a[href*="/p/"]').first().getAttribute('href')) ?? ''
}

const comments = (page: Page) => page.locator('#comments')
const say = async (page: Page, words: string) => {
  await comments(page).getByRole('textbox').first().fill(words)
  await comments(page).getByRole('button', { name: '发出', exact: true }).first().click()
}

describe('a member', () => {
  it('comments, is answered by another, takes words back and thinks better of it', async () => {
    const fan = await stage.member('fan')
    const path = await aPiece(fan)
    await open(fan, path)
    await say(fan, '坐直会碰头吗')
    await comments(fan).getByText('坐直会碰头吗').waitFor()

    const other = await stage.member('finance')
    await open(other, path)
    await comments(other).locator('.cmt', { hasText: '坐直会碰头吗' }).getByRole('link', { name: /^回复/ }).click()
    // On the page itself, or before its script on a page of its own.
    await other.getByRole('textbox', { name: /^回复/ }).fill('一米八以下不会')
    await other.getByRole('button', { name: '发出回复' }).click()
    await comments(other).locator('.reply', { hasText: '一米八以下不会' }).waitFor()

    await open(fan, path)
    await comments(fan).locator('.reply', { hasText: '一米八以下不会' }).waitFor()
    const mine = comments(fan).locator('.cmt', { hasText: '坐直会碰头吗' })
    await mine
      .getByRole('button', { name: /^删除评论/ })
      .first()
      .click()
    await comments(fan).getByText('这条评论已被作者删除').waitFor()
    await fan.getByRole('button', { name: '撤销' }).click()
    await comments(fan).getByText('坐直会碰头吗').waitFor()
    await open(fan, '/zh/notifications')
    await fan
      .getByText(/条新回复/)
      .first()
      .waitFor()
  })

  it('is told why refused words are refused, and keeps them', async () => {
    stage.allow(/status 422|422 \(Unprocessable/)
    const fan = await stage.member('fan')
    await open(fan, await aPiece(fan))
    await say(fan, '想要的加微信聊')
    await comments(fan)
      .getByText(/「加微信」不能出现在评论里/)
      .waitFor()
    expect(await comments(fan).getByRole('textbox').first().inputValue()).toBe('想要的加微信聊')
  })

  it('collects with one tap, moves it to a new board, and finds it there', async () => {
    const fan = await stage.member('creator')
    await open(fan, await aPiece(fan))
    await fan.locator('.actbar').getByRole('button', { name: /^收藏/ }).click()
    await fan.getByRole('button', { name: '换收藏夹', exact: true }).click()
    const sheet = fan.getByRole('dialog', { name: '收进哪里' })
    await sheet.getByRole('textbox', { name: '新建收藏夹' }).fill('秋天的营地')
    await sheet.getByRole('button', { name: '建好并收进去' }).click()
    await sheet.getByRole('button', { name: /^秋天的营地/, pressed: true }).waitFor()
    await sheet.getByRole('button', { name: '好了' }).click()
    await open(fan, '/zh/account/boards')
    await fan.getByRole('link', { name: '秋天的营地' }).click()
    await fan.waitForURL(/\/account\/boards\//)
    await fan.getByRole('heading', { level: 1, name: '秋天的营地' }).waitFor()
    await fan.getByText('1 件 · 仅自己可见').waitFor()
    const mine = fan.url().split('/').at(-1)
    const stranger = await stage.visitor()
    expect((await stranger.request.get(`/zh/boards/${mine}`)).status()).toBe(404)
    await fan.getByRole('radio', { name: /^公开/ }).check()
    await fan.getByRole('button', { name: '保存', exact: true }).click()
    await fan.getByText('已存').waitFor()
    await expect.poll(async () => (await stranger.request.get(`/zh/boards/${mine}`)).status()).toBe(200)
  })

  it('S-06: has a link of his own to what he bought after two taps', async () => {
    const admin = await stage.member('admin')
    const programmes = (await (await admin.request.get('/api/programmes?limit=1&depth=0')).json()) as { docs: { id: string }[] }
    const set = await admin.request.post('/api/globals/shop-settings', {
      data: { promoterProgramme: programmes.docs[0]?.id },
      headers: { origin: stage.site.url },
    })
    expect(set.status(), await set.text()).toBe(200)
    const fan = await stage.member('fan')
    await open(fan, '/zh/orders')
    for (const href of await fan
      .locator('main a[href*="/orders/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      await open(fan, href)
      if ((await fan.getByRole('link', { name: /^推荐这件/ }).count()) > 0) break
    }
    await fan
      .getByRole('link', { name: /^推荐这件/ })
      .first()
      .click()
    await fan.getByRole('button', { name: '生成我的链接' }).click()
    const link = fan.locator('#link').getByRole('textbox')
    await link.waitFor()
    const path = new URL(await link.inputValue()).pathname
    expect(path).toMatch(/^\/go\/[0-9a-z]{8}$/)
    const visitor = await stage.visitor()
    await visitor.goto(path)
    await visitor.waitForURL(/\/product\/.*via=/)
  })
})

describe('without script', () => {
  it('a member comments and collects by forms, and reads where it went', async () => {
    const fan = await stage.member('fan', { javaScriptEnabled: false })
    await fan.goto('/zh')
    const path = (await fan.locator('main a[href*="/p/"]').first().getAttribute('href')) ?? ''
    await fan.goto(path)
    await say(fan, '没有脚本也能写')
    await fan.waitForURL(/#comments$/)
    await comments(fan).getByText('没有脚本也能写').waitFor()
    await fan.locator('.actbar').getByRole('button', { name: /收藏/ }).click()
    await fan.getByRole('heading', { name: '收进哪里' }).waitFor()
    await fan.getByRole('button', { pressed: true }).first().waitFor()
  })
})

describe('ATT-02: a visitor', () => {
  it('is asked on arriving by a link and nowhere before; the answer is kept, and can be changed', async () => {
    const page = await stage.visitor()
    await open(page, await aPiece(page))
    const bar = page.getByRole('complementary', { name: '记住这个浏览器' })
    expect(await bar.isVisible()).toBe(false)
    // By a click on the page, so that the reader stays in her language.
    await page
      .locator('a[href^="/go/"]')
      .first()
      .evaluate((link: HTMLAnchorElement) => link.click())
    await page.waitForURL(/via=/)
    const consent = page.locator('.consent')
    await consent.waitFor()
    await settled(page)
    await consent.locator('button[value=granted]').click()
    await consent.waitFor({ state: 'hidden' })
    const kept = async (name: string) => (await page.context().cookies()).find((cookie) => cookie.name === name)
    await expect.poll(async () => (await kept('zc_consent'))?.value).toBe('granted')
    expect((await kept('zc_visitor'))?.expires).toBeGreaterThan(Date.now() / 1000 + 86_400)
    await page.reload()
    expect(await page.locator('.consent').isVisible()).toBe(false)
    await open(page, '/zh/privacy')
    await page.getByRole('main').getByRole('button', { name: '不要记住' }).click()
    await page.getByText('现在：不记住').waitFor()
    expect(await kept('zc_visitor')).toBeUndefined()
  })
})
