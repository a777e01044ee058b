import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { open, openStage, type Stage } from './people.ts'
import { pay } from './shop-acts.ts'
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

const live = (page: Page) => page.locator('html[data-live]').waitFor({ state: 'attached' })

/** Addresses that the home page links to. */
async function linked(page: Page, kind: 'p' | 'v'): Promise<string[]> {
  await page.goto('/zh')
  return page.locator(`a[href^="/zh/${kind}/"]`).evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
}

/** A post whose first picture has at least two numbers. */
async function openHotspots(page: Page): Promise<void> {
  for (const path of await linked(page, 'p')) {
    await page.goto(path)
    if ((await page.locator('.gal-slide').first().locator('summary.hs').count()) >= 2) return
  }
  throw new Error('No post of the demo world has two hotspots on its first picture')
}

const spots = (page: Page) => page.locator('.gal-slide').first().locator('details[name=spot]')

describe('numbers on a picture', () => {
  it('open one card at a time, also where no script runs', async () => {
    const page = await stage.visitor({ javaScriptEnabled: false })
    await openHotspots(page)
    await spots(page).nth(0).locator('summary').click()
    expect(await spots(page).nth(0).locator('.hscard').isVisible()).toBe(true)
    await spots(page).nth(1).locator('summary').click()
    expect(await spots(page).nth(1).locator('.hscard').isVisible()).toBe(true)
    expect(await spots(page).nth(0).locator('.hscard').isVisible()).toBe(false)
  })

  it('are covered by no card, on a phone and on a desktop', async () => {
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 1440, height: 900 },
    ]) {
      const page = await stage.visitor({ viewport })
      await openHotspots(page)
      const all = spots(page)
      const dots = await all.locator('summary b').evaluateAll((list) => list.map((dot) => dot.getBoundingClientRect().toJSON()))
      for (let at = 0; at < dots.length; at++) {
        await all.nth(at).locator('summary').click()
        const card = await all
          .nth(at)
          .locator('.hscard')
          .evaluate((element) => element.getBoundingClientRect().toJSON())
        const under = dots.filter((dot, other) => other !== at && overlap(dot, card))
        expect(under, `card ${at + 1} at ${viewport.width} px`).toEqual([])
      }
    }
  })

  it('close by Escape, which gives the focus back to the number', async () => {
    const page = await stage.visitor()
    await openHotspots(page)
    await spots(page).first().locator('summary').press('Enter')
    await live(page)
    await spots(page).first().locator('.hscard').focus()
    await page.keyboard.press('Escape')
    expect(await spots(page).first().locator('.hscard').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('hs')
  })
})

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe('a video note', () => {
  it('does not start by itself for those who want less motion, shows its product at its second, and goes on by key', async () => {
    const page = await stage.visitor({ reducedMotion: 'reduce' })
    const [first = ''] = await linked(page, 'v')
    await open(page, first)
    await page.locator('.vid[data-ready]').waitFor()
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.paused && video.muted)).toBe(true)
    await page.locator('.mk').last().click()
    await page.getByRole('region', { name: '画面中的商品' }).waitFor()
    const title = await page.locator('.slide b').first().textContent()
    expect(await page.locator('.prow h3').allTextContents()).toContain(title)

    await page.getByRole('slider', { name: '进度' }).focus()
    await page.keyboard.press('j')
    await page.waitForURL((url) => url.pathname.includes('/v/') && !first.endsWith(url.pathname))
    // The focus has moved to the next player: the next key is heard.
    await page.locator('.vid[data-ready]:focus').waitFor()
    await page.keyboard.press('k')
    await page.waitForURL((url) => first.endsWith(url.pathname))
  })

  it('plays with the browser’s own controls, and links to the next one, where no script runs', async () => {
    const page = await stage.visitor({ javaScriptEnabled: false })
    const [first = ''] = await linked(page, 'v')
    await page.goto(first)
    expect(await page.locator('video').getAttribute('controls')).not.toBeNull()
    await page.getByRole('link', { name: '下一条视频' }).click()
    await page.waitForURL((url) => url.pathname.includes('/v/') && !first.endsWith(url.pathname))
  })
})

describe('sharing', () => {
  it('opens a sheet with the address and its QR code', async () => {
    const page = await stage.visitor()
    const [first = ''] = await linked(page, 'p')
    await page.goto(first)
    await page.locator('button[aria-label=分享]:visible').first().click()
    const sheet = page.getByRole('dialog', { name: '分享' })
    await sheet.waitFor()
    expect(await sheet.getByLabel('这一页的链接').inputValue()).toBe(stage.site.url + first)
    await expect.poll(() => sheet.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  })

  it('leads to a page with the same, where no script runs', async () => {
    const page = await stage.visitor({ javaScriptEnabled: false })
    const [first = ''] = await linked(page, 'p')
    await page.goto(first)
    await page.locator('button[aria-label=分享]:visible').first().click()
    await page.waitForURL(/\/zh\/share\?path=/)
    expect(await page.getByLabel('这一页的链接').inputValue()).toBe(stage.site.url + first)
    await page.getByRole('link', { name: '回到那一页' }).click()
    expect(new URL(page.url()).pathname).toBe(first)
  })
})

describe('without a connection', () => {
  it('keeps the page that is open, says so, and goes on when it is back', async () => {
    // What the page counts meanwhile is not sent, and the browser says so.
    stage.allow(/ERR_INTERNET_DISCONNECTED/)
    const page = await stage.visitor()
    const [first = ''] = await linked(page, 'p')
    await open(page, first)
    await page.locator('summary').first().focus()
    await live(page)
    await page.context().setOffline(true)
    await page.locator('.offline').waitFor()
    await page.locator('.author a').click()
    await page.locator('.toast').waitFor()
    expect(new URL(page.url()).pathname).toBe(first)
    expect(await page.locator('h1').isVisible()).toBe(true)
    await page.context().setOffline(false)
    await page.locator('.offline').waitFor({ state: 'detached' })
    await page.locator('.author a').click()
    await page.waitForURL(/\/creator\//)
  })
})

describe('a member on a phone', () => {
  it('goes from the feed to paid in four taps', async () => {
    for (const slug of alone) await sellInOneKind(slug)
    const page = await stage.member('fan')
    const path = await withOneTap(page)
    await open(page, '/zh')
    let taps = 0
    const tap = async (what: ReturnType<Page['locator']>) => {
      taps += 1
      await what.click()
    }
    await tap(page.locator(`a[href="${path}"]`).first())
    await page.waitForURL((url) => url.pathname === path)
    await tap(page.locator('button:visible', { hasText: '立即购买' }).first())
    await page.waitForURL(/\/checkout$/)
    await fillWhatIsEmpty(page)
    await tap(page.getByRole('button', { name: /^去付款/ }).first())
    await page.waitForURL(/\/pay\//)
    // Success is chosen already: one tap on the provider's page.
    expect(await page.getByRole('radio', { name: /付款成功/ }).isChecked()).toBe(true)
    taps += 1
    await pay(page, '付款成功')
    expect(taps).toBe(4)
    await page.getByRole('heading', { level: 1, name: '付好了' }).waitFor()
  })
})

/** Products of the demo world that are the only one of some post. */
const alone = ['lamp', 'mug', 'thermos', 'noodles', 'chocolate', 'sunscreen', 'lantern', 'cast-pot']

/** The demo world offers a choice in everything: takes all but the first variant of a product off sale. */
async function sellInOneKind(slug: string): Promise<void> {
  const { request } = await stage.member('admin')
  const docs = async <T>(path: string) => ((await (await request.get(path)).json()) as { docs: T[] }).docs
  const [product] = await docs<{ id: string }>(`/api/products?where[slug][equals]=${slug}&depth=0`)
  const variants = await docs<{ id: string }>(`/api/variants?where[product][equals]=${product?.id}&sort=position&depth=0`)
  for (const { id } of variants.slice(1)) {
    const answer = await request.patch(`/api/variants/${id}`, { data: { status: 'archived' }, headers: { origin: stage.site.url } })
    expect(answer.status(), await answer.text()).toBe(200)
  }
}

/** A post of the feed from which something can be bought at once: one variant, in stock. */
async function withOneTap(page: Page): Promise<string> {
  for (const path of await linked(page, 'p')) {
    await page.goto(path)
    if ((await page.locator('button:visible', { hasText: '立即购买' }).count()) > 0) return path
  }
  throw new Error('No post of the feed sells something with one variant')
}

/** Typing is no tap; what the address book filled in stays. */
async function fillWhatIsEmpty(page: Page): Promise<void> {
  const values = { 收件人: '林夏', 手机号: '13800001111', 省: '浙江省', 市: '杭州市', 区县: '西湖区', 详细地址: '灵溪路 18 号 3 幢 502' }
  for (const [label, value] of Object.entries(values)) {
    const field = page.getByLabel(label, { exact: true })
    if ((await field.inputValue()) === '') await field.fill(value)
  }
}
