import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './people.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.clean())
afterAll(() => stage?.close())

const cards = (page: Page) => page.locator('.feed-at')
const titles = (page: Page) => cards(page).locator('h2, h3').allInnerTexts()

describe('the feeds', () => {
  it('are links that work without script: each tab has an address and says where one is', async () => {
    const page = await stage.visitor({ javaScriptEnabled: false })
    await page.goto(`${stage.site.url}/zh`)
    const tabs = page.getByRole('navigation', { name: '信息流' })
    expect(await tabs.locator('[aria-current=page]').textContent()).toBe('推荐')
    await tabs.getByRole('link', { name: '关注' }).click()
    await page.waitForURL('**/zh?tab=following')
    expect(await tabs.locator('[aria-current=page]').textContent()).toBe('关注')
    expect(await page.getByRole('heading', { name: '可以先看看这几位' }).count()).toBe(1)
    await page.goto(`${stage.site.url}/zh`)
    const first = await titles(page)
    await page.getByRole('link', { name: '再看一些' }).click()
    await page.waitForURL('**/zh?after=*')
    expect((await titles(page)).filter((title) => first.includes(title))).toEqual([])
    await page.getByRole('link', { name: '为什么看到这些' }).click()
    await page.waitForURL('**/zh/why-feed')
    expect(await page.locator('.why-list li').count()).toBe(10)
  })

  it('grow while one scrolls, show nothing twice, and coming back finds the same place', async () => {
    const page = await stage.visitor()
    await page.goto(`${stage.site.url}/zh`)
    const before = await cards(page).count()
    await page.mouse.wheel(0, 400)
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect.poll(() => cards(page).count(), { timeout: 20_000 }).toBeGreaterThan(before)
    const links = await cards(page)
      .locator('a[href*="/p/"], a[href*="/v/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(new Set(links).size).toBe(links.length)
    const card = cards(page).nth(before + 4)
    await card.scrollIntoViewIfNeeded()
    const place = await page.evaluate(() => window.scrollY)
    expect(place).toBeGreaterThan(1000)
    await card.locator('a').first().click()
    await page.waitForURL(/\/zh\/[pv]\//)
    await page.goBack()
    await page.waitForURL(/\/zh(\?after=.*)?$/)
    await expect.poll(() => cards(page).count(), { timeout: 20_000 }).toBeGreaterThan(before + 4)
    await expect.poll(() => page.evaluate(() => window.scrollY), { timeout: 10_000 }).toBeGreaterThan(place - 300)
  })
})

describe('the search', () => {
  it('is filtered by keyboard alone: a box, a count, a chip that takes it away again', async () => {
    const page = await stage.visitor({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${stage.site.url}/zh/search?kind=product`)
    const box = page.getByRole('checkbox', { name: /只看有货/ })
    await box.focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/stock=1/, { timeout: 20_000 })
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    const chip = page.getByRole('link', { name: '去掉「只看有货」' })
    await chip.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.search.includes('stock'), { timeout: 20_000 })
    await expect.poll(() => box.isChecked()).toBe(false)
  })

  it('works as a form without script', async () => {
    const page = await stage.visitor({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
    await page.goto(`${stage.site.url}/zh/search?kind=product`)
    await page.getByRole('checkbox', { name: /只看有货/ }).check()
    await page.locator('.facets').getByRole('button', { name: '应用' }).click()
    await page.waitForURL(/kind=product&stock=1|stock=1&kind=product/)
    expect(await page.getByRole('checkbox', { name: /只看有货/ }).isChecked()).toBe(true)
  })

  it('suggests while one types, by pinyin too, and takes a suggestion by keyboard', async () => {
    const page = await stage.visitor()
    await page.goto(`${stage.site.url}/zh`)
    const field = page.getByRole('combobox', { name: '搜索' })
    await field.click()
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.live), { timeout: 20_000 }).toBe('')
    await field.pressSequentially('zhangpeng', { delay: 20 })
    await page.getByRole('option').first().waitFor({ timeout: 20_000 })
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('option').first().getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').isHidden()).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/zh', { timeout: 20_000 })
  })
})
