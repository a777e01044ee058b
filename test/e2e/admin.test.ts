import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { logIn, moneyIn, openStage, type Role, type Stage, settled } from './people.ts'
import { demoAccounts, removeFolders } from './site.ts'

/** Payload's admin with our parts in it, as the staff uses it. `stage.clean` fails on a CSP violation or a call to elsewhere. */
let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage.close()
  await removeFolders()
})

const wide = { viewport: { width: 1280, height: 900 } }

/** Through the shop's own log-in, in 中文 or English, to the admin. */
async function enter(role: Role, language: 'zh' | 'en'): Promise<Page> {
  const page = await stage.visitor(wide)
  const account = (await demoAccounts(stage.site.dir))[role]!
  if (language === 'zh') {
    await page.goto('/zh/login?next=/admin')
    await logIn(page, account)
  } else {
    await page.goto('/en/login?next=/admin')
    await settled(page)
    await page.locator('input[name=email]').fill(account.email)
    await page.locator('input[name=password]').fill(account.password)
    await page.locator('input[name=password]').press('Enter')
  }
  await page.waitForURL(/\/admin/)
  await page.locator('.zc-cards').waitFor({ timeout: 60_000 })
  return page
}

async function openFirst(page: Page, collection: string): Promise<void> {
  await page.goto(`/admin/collections/${collection}`)
  await page.locator('tbody tr a').first().click()
  await page.waitForURL(/\/[0-9a-f]{8}-[0-9a-f-]{27}/)
  await settled(page)
}

const available = (page: Page) => page.locator('[data-stock=available]').textContent().then(Number)

describe('the admin', () => {
  it('speaks the language that the shop was entered in, and lets people go', async () => {
    for (const [language, today, logOut] of [
      ['zh', '今日概况', '登出'],
      ['en', 'Today', 'Log out'],
    ] as const) {
      const page = await enter('admin', language)
      expect(await page.getByRole('heading', { name: today }).count()).toBe(1)
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
      await page.locator('.nav-toggler').first().click()
      await page.getByRole('button', { name: logOut }).click()
      await page.waitForURL(new RegExp(`/${language}$`))
      await page.goto('/admin')
      await page.waitForURL(new RegExp(`/${language}/login\\?next=`))
    }
  })

  it('lets finance receive goods, refuses to take more than there is, and keeps what a price was', async () => {
    stage.allow(/409/)
    const page = await enter('finance', 'en')
    await openFirst(page, 'variants')
    const before = await available(page)
    await page.getByLabel('Pieces').fill('7')
    await page.getByLabel('Reason').fill('delivery 12')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('Recorded', { exact: true }).waitFor()
    await expect.poll(() => available(page)).toBe(before + 7)
    expect(await page.locator('section[aria-labelledby=zc-stock] tbody tr').first().textContent()).toMatch(/\+7.*delivery 12/s)

    await page.getByLabel('Change').selectOption('adjust')
    await page.getByLabel('Pieces').fill(String(-(before + 8)))
    await page.getByLabel('Reason').fill('counted')
    await page.getByLabel('Reason').press('Enter')
    await page.getByText(`left to sell: ${before + 7}`).waitFor()
    expect(await available(page)).toBe(before + 7)

    await page.locator('#field-price').fill('12345')
    expect(await page.locator('[data-money=price]').textContent()).toContain('123.45')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const history = page.locator('section[aria-labelledby=zc-prices]')
    await expect.poll(() => history.textContent(), { timeout: 15_000 }).toContain('123.45')
  })

  it('lets an editor put pictures into order and describe them, and neither change a price nor stock', async () => {
    stage.allow(/415/)
    const page = await enter('editor', 'zh')
    await openFirst(page, 'variants')
    expect(await page.locator('#field-price').isDisabled()).toBe(true)
    expect(await page.locator('section[aria-labelledby=zc-stock]').textContent()).toContain('库存由财务或管理员变更')
    expect(await page.locator('section[aria-labelledby=zc-stock] input').count()).toBe(0)

    await openFirst(page, 'products')
    const field = page.locator('[data-pictures=pictures]')
    const texts = () => field.locator('.zc-picture input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    await field.locator('.zc-picture input').first().waitFor()
    const before = await texts()
    const file = field.locator('input[type=file]')
    await file.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') })
    await field.getByText('这个文件不是可用的图片').waitFor()
    await file.setInputFiles('test/fixtures/pictures/cup.webp')
    const last = field.locator('.zc-picture').nth(before.length)
    await last.getByLabel('图片说明').fill('桌上的杯子')
    await last.getByLabel('图片说明').blur()
    await last.getByText('说明已保存').waitFor()
    await last.getByRole('button', { name: '前移' }).click()
    const wanted = [...before.slice(0, -1), '桌上的杯子', ...before.slice(-1)]
    await expect.poll(texts).toEqual(wanted)
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('更新成功').first().waitFor()
    await page.reload()
    await expect.poll(texts, { timeout: 15_000 }).toEqual(wanted)
  })

  it('says why orders are not edited there, and proves the books at a touch', async () => {
    const page = await enter('admin', 'zh')
    await page.getByRole('button', { name: '现在核对' }).click()
    await page.getByText('账平').waitFor()
    await openFirst(page, 'orders')
    const note = page.locator('[data-elsewhere=orders]')
    expect(await note.getByRole('link').getAttribute('href')).toMatch(/^\/zh\/orders\/[0-9a-f-]{36}$/)
    expect(await page.getByRole('button', { name: '保存', exact: true }).count()).toBe(0)
    await note.getByRole('link').click()
    await page.waitForURL(/\/zh\/orders\//)
    await settled(page)
  })

  it('ATT-41 tries other terms on past orders in charts whose numbers agree, for finance alone', async () => {
    const page = await enter('finance', 'en')
    await page.locator('.nav-toggler').first().click()
    await page.getByRole('link', { name: 'Try terms' }).click()
    await page.waitForURL(/\/admin\/simulator$/)
    await page.getByRole('img', { name: 'By day' }).waitFor()
    await page.getByLabel('Rate (%)').fill('15')
    await page.getByLabel('Model').selectOption('first_touch')
    await page.getByRole('button', { name: 'Work it out' }).click()
    await page.waitForURL(/days=30&model=first_touch&rate=15$/)
    const figures = async () => moneyIn((await page.locator('.zc-figures dd').allTextContents()).join('\n'))
    await expect.poll(async () => (await figures())[2], { timeout: 30_000 }).toBeGreaterThan(0)
    const [before = 0, after = 0, difference] = await figures()
    expect(difference).toBe(after - before)
    const column = async (at: number) => moneyIn((await page.locator(`.zc-table td:nth-child(${at})`).allTextContents()).join('\n'))
    for (const [at, total] of [
      [2, before],
      [3, after],
    ] as const)
      expect((await column(at)).reduce((sum, one) => sum + one, 0)).toBe(total)
    // Both bars of every creator who gains or loses, up to twelve, and of every day.
    expect(await page.getByRole('img', { name: 'Who gains and loses' }).locator('rect').count()).toBeGreaterThanOrEqual(8)
    expect(await page.getByRole('img', { name: 'By day' }).locator('rect').count()).toBeGreaterThan(40)
    const address = page.url()
    await page.reload()
    await expect.poll(figures, { timeout: 30_000 }).toEqual([before, after, difference])
    await page.getByLabel('Last days').fill('500')
    stage.allow(/422/)
    await page.getByRole('button', { name: 'Work it out' }).click()
    await page.getByText('Days and window go from 1 to 90').waitFor()

    stage.allow(/403/)
    const editor = await enter('editor', 'en')
    await editor.goto(address)
    await editor.getByText('Your roles may not do this.').waitFor()
    expect(await editor.locator('.zc-figures').count()).toBe(0)
    await editor.locator('.nav-toggler').first().click()
    expect(await editor.getByRole('link', { name: 'Try terms' }).count()).toBe(0)
    const stranger = await stage.visitor(wide)
    await stranger.goto('/admin/simulator')
    await stranger.waitForURL(/\/login\?next=/)
  })

  it('DIS-6 scans the ad labels at a touch, beside the books', async () => {
    const page = await enter('editor', 'zh')
    const card = page.locator('[data-card=labels]')
    await card.getByRole('button', { name: '现在扫描' }).click()
    await card.getByText('都标了').waitFor()
    expect(await card.textContent()).toMatch(/\d+ 篇公开内容 · \d+ 篇有佣金/)
  })

  it('ATT-37 shows what the risk rules doubt, the most points first, and leads to where it is decided', async () => {
    const page = await enter('finance', 'zh')
    const card = page.locator('[data-card=risks]')
    await expect.poll(async () => Number(await card.locator('strong').textContent())).toBe(2)
    await card.getByRole('link', { name: '去看风险信号' }).click()
    await page.waitForURL(/\/admin\/risks$/)
    const panels = page.locator('.zc-panel')
    await panels.nth(1).waitFor()
    expect(await panels.count()).toBe(2)
    expect(await panels.first().textContent()).toMatch(/小梅不急.*70 分 · 1 条待看.*未经允许的付费广告/s)
    expect(await panels.last().textContent()).toMatch(/小煮.*65 分 · 1 条待看.*3 个买家 · 7 天内/s)
    expect(await panels.first().locator('.zc-signals a').getAttribute('href')).toMatch(/^\/zh\/orders\/[0-9a-f-]{36}\/why\?as=staff$/)
    expect(await panels.first().locator('h3 a').getAttribute('href')).toMatch(/^\/zh\/desk\/risk#rk-[0-9a-f-]{36}$/)
  })
})
