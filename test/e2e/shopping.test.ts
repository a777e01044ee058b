import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { letterTo, logIn, moneyIn, open, openStage, type Stage, settled, shown } from './people.ts'
import { addFromPiece, balance, checkOut, creditOf, ledgerRows, newestEntry, orderSays, pay, refund, taxIn, whySays } from './shop-acts.ts'
import { removeFolders, startSite } from './site.ts'
import { atDesk, decide, openFromQueue, stored, submit, tagOnPicture } from './studio-acts.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

const camping = '零下五度露营'

async function openPiece(page: Page, words = camping): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(words) })
    .first()
    .click()
  await page.waitForURL(/\/(p|v)\//)
  await settled(page)
}

describe('a fan', () => {
  it('searches in 中文, follows a piece to its product and buys as a guest; a notice that comes twice counts once', async () => {
    const page = await stage.visitor()
    await open(page, '/zh')
    const search = page.getByRole('combobox', { name: '搜索' })
    await search.fill('露营')
    await search.press('Enter')
    await page.waitForURL(/search\?/)
    await openPiece(page)
    const price = await addFromPiece(page, '双人帐篷')
    expect(price).toBe(62900)
    expect(moneyIn(await shown(page))).toContain(price)
    await checkOut(page, 'guest-one@example.com')
    const order = await pay(page, '通知送达两次')
    await orderSays(page, '付好了')

    const finance = await stage.member('finance', atDesk)
    const rows = await ledgerRows(finance, order)
    expect(rows.map(({ kind }) => kind)).toEqual(['accrue', 'accrue'])
    expect(await creditOf(finance, order)).toBeGreaterThan(0)
    const payments = await finance.request.get(`/api/payments?where[order][equals]=${order}&depth=0`)
    expect(((await payments.json()) as { docs: { state: string }[] }).docs).toHaveLength(1)

    // The letter's link opens the order on a machine that has never seen it; without its key nobody is told anything.
    const letter = await letterTo(stage.site, 'guest-one@example.com', /\/orders\//)
    const link = letter.links.find((each) => each.includes(`/orders/${order}`)) ?? ''
    const elsewhere = await stage.visitor()
    await open(elsewhere, link)
    await orderSays(elsewhere, '付好了')
    const stranger = await stage.visitor()
    expect((await stranger.request.get(`/zh/orders/${order}`)).status()).toBe(404)
  })

  it('pays again after a payment failed, and waits for a notice that comes late, which the page shows by itself', async () => {
    const page = await stage.visitor()
    await open(page, '/zh')
    await openPiece(page, '雨天泡肉桂')
    await addFromPiece(page, '')
    await checkOut(page, 'guest-two@example.com')
    await pay(page, '付款失败')
    await orderSays(page, '付款没有成功')
    await page
      .getByRole('link', { name: /^再付一次/ })
      .or(page.getByRole('button', { name: /^再付一次/ }))
      .first()
      .click()
    await page.waitForURL(/\/pay\//)
    await pay(page, '通知晚到')
    await orderSays(page, '正在确认付款')
    await orderSays(page, '付好了', 45_000)
  })

  it('logs in, follows, likes, buys, and finds the order in the account', async () => {
    const page = await stage.visitor()
    await logIn(page, stage.account('fan'))
    await open(page, '/zh')
    await openPiece(page, 'One lamp, one chair')
    // Both show at once; what a reload shows is what the server took.
    const taken = (what: RegExp) => page.waitForResponse((answer) => what.test(answer.url()) && answer.request().method() === 'POST')
    const followed = taken(/\/follow/)
    await page.getByRole('button', { name: /^关注 / }).click()
    await page.getByRole('button', { name: /^已关注 / }).waitFor()
    await followed
    const heart = page.getByRole('button', { name: /^已?赞 / }).last()
    const likes = await shown(heart)
    const liked = taken(/\/like/)
    await heart.click()
    await expect.poll(() => shown(heart)).not.toBe(likes)
    await liked
    const after = await shown(heart)
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: /^已关注 / }).waitFor()

    await expect.poll(() => shown(heart)).toBe(after)
    await addFromPiece(page, '蘑菇台灯')
    expect(new URL(page.url()).pathname, 'the language of the page stays').toBe('/zh/cart')
    await checkOut(page)
    const order = await pay(page, '付款成功')
    await orderSays(page, '付好了')
    await open(page, '/zh/orders')
    expect(await page.locator(`a[href*="${order}"]`).count()).toBeGreaterThan(0)
    const other = await stage.member('creator')
    expect((await other.request.get(`/zh/orders/${order}`)).status()).toBe(404)
  })

  it('needs no script to read, follow a product, fill the cart and pay', async () => {
    const page = await stage.visitor({ javaScriptEnabled: false })
    await page.goto('/zh')
    await page
      .getByRole('link', { name: new RegExp(camping) })
      .first()
      .click()
    expect(await shown(page, 'h1')).toMatch(/零下五度露营/)
    await page.locator('a[href^="/go/"]:visible', { hasText: '保温壶' }).first().click()
    expect(new URL(page.url()).pathname).toBe('/zh/product/thermos')
    await page.getByRole('button', { name: '加入购物车' }).first().click()
    if (!page.url().endsWith('/cart')) await page.goto('/zh/cart')
    await checkOut(page, 'no-script@example.com')
    const order = await pay(page, '付款成功')
    await expect.poll(() => page.reload().then(() => shown(page, 'h1')), { timeout: 15_000, interval: 500 }).toBe('付好了')
    const finance = await stage.member('finance')
    expect(await creditOf(finance, order)).toBeGreaterThan(0)
  })
})

describe('the whole loop', () => {
  it('publish, approve, find, click, buy, credit, refund, reverse: the screens and the ledger say the same numbers', async () => {
    const title = '二十四厘米的锅刚好够三个人'
    const creator = await stage.member('creator', atDesk)
    await open(creator, '/zh/studio/earnings')
    const before = await balance(creator)
    await open(creator, '/zh/studio/new/post')
    await creator.locator('input[type=file]').first().setInputFiles('test/fixtures/pictures/cup.webp')
    await creator.getByText('第 1 张，共 1 张').waitFor()
    await creator.getByRole('textbox', { name: '标题', exact: true }).fill(title)
    await creator.getByRole('textbox', { name: '正文', exact: true }).fill('炖肉的时候盖子不漏气。')
    await tagOnPicture(creator, '珐琅铸铁锅', { x: 50, y: 60 })
    await stored(creator)
    await submit(creator)
    const editor = await stage.member('editor', atDesk)
    await openFromQueue(editor, title)
    await decide(editor, 'a')

    const fan = await stage.visitor()
    const find = async () => {
      await open(fan, `/zh/search?q=${encodeURIComponent('三个人 锅')}`)
      return fan.getByRole('link', { name: new RegExp(title) }).count()
    }
    await expect.poll(find, { timeout: 15_000, interval: 500 }).toBe(1)
    await openPiece(fan, title)
    const price = await addFromPiece(fan, '珐琅铸铁锅')
    await fan.getByRole('button', { name: '加一件' }).click()
    await expect.poll(async () => moneyIn(await shown(fan))).toContain(price * 2)
    await checkOut(fan, 'loop@example.com')
    expect(moneyIn(await shown(fan))).toContain(price * 2)
    const order = await pay(fan, '付款成功')
    await orderSays(fan, '付好了')
    await fan.reload()
    const orderPage = await shown(fan)
    const number = /ZC\d{6}-\w+/.exec(orderPage)?.[0] ?? ''
    const credited = moneyIn(/计给 .*/.exec(orderPage)?.[0] ?? '')[0] as number
    expect(credited).toBeGreaterThan(0)

    const finance = await stage.member('finance', atDesk)
    expect(await creditOf(finance, order)).toBe(credited)
    // Eight per cent of what was paid without the tax in it, to the cent.
    const net = price * 2 - taxIn(price * 2)
    expect(credited).toBe(Math.round(net * 0.08))
    expect(await whySays(fan, order)).toContain(credited)
    await open(creator, '/zh/studio/earnings')
    expect(await balance(creator)).toBe(before + credited)
    expect(await newestEntry(creator, number)).toBe(credited)
    await open(creator, '/zh/studio')
    const row = await shown(creator.getByRole('row').filter({ hasText: title }))
    expect(row, 'views, clicks, orders and commission of this piece').toMatch(/公开\s+\d+\s+1\s+1\s+¥[\d.,]+\s*$/)
    expect(moneyIn(row)).toEqual([credited])

    await refund(finance, number, 1)
    await expect.poll(() => creditOf(finance, order), { timeout: 15_000, interval: 250 }).toBeLessThan(credited)
    const half = await creditOf(finance, order)
    expect(Math.abs(half - credited / 2)).toBeLessThanOrEqual(1)
    await open(creator, '/zh/studio/earnings')
    expect(await newestEntry(creator, number)).toBe(half - credited)
    expect(await balance(creator)).toBe(before + half)
    await fan.goto(`/zh/orders/${order}`)
    expect(moneyIn(await shown(fan)), 'the buyer gets what one cost').toContain(price)

    await refund(finance, number, 1)
    await expect.poll(() => creditOf(finance, order), { timeout: 15_000, interval: 250 }).toBe(0)
    await open(creator, '/zh/studio/earnings')
    expect(await balance(creator)).toBe(before)
    await fan.goto(`/zh/orders/${order}/why`)
    await fan.getByRole('heading', { name: '全部佣金已收回' }).or(fan.getByText(/收回/)).first().waitFor()
    expect((await ledgerRows(finance, order)).map(({ kind }) => kind)).toEqual([
      'accrue',
      'accrue',
      'reverse',
      'reverse',
      'reverse',
      'reverse',
    ])
  })

  it('two creators’ links, a code and a refund of a part: the numbers of both why pages are the numbers in the ledger', async () => {
    const finance = await stage.member('finance', atDesk)
    const read = async <T>(path: string) => ((await (await finance.request.get(path)).json()) as { docs: T[] }).docs
    const [lamp] = await read<{ id: string }>(
      `/api/products?where[title][like]=${encodeURIComponent('蘑菇台灯')}&locale=zh&depth=0&limit=1`,
    )
    const [link] = await read<{ creator: string }>(`/api/product-links?where[product][equals]=${lamp?.id}&depth=0&limit=1`)
    const made = await finance.request.post('/v1/coupons', {
      data: { code: 'LAMP-10', kind: 'percent', percentOff: 1000, creditTo: link?.creator, products: [lamp?.id], phase: 'active' },
      headers: { origin: stage.site.url },
    })
    expect(made.status(), await made.text()).toBe(201)

    const fan = await stage.visitor()
    await open(fan, '/zh')
    await openPiece(fan)
    const tentPrice = await addFromPiece(fan, '双人帐篷')
    await open(fan, '/zh')
    await openPiece(fan, 'One lamp, one chair')
    const lampPrice = await addFromPiece(fan, '蘑菇台灯')
    await fan.getByLabel('优惠码').fill(' lamp-10 ')
    await fan.getByRole('button', { name: '使用' }).click()
    await fan.getByText(/LAMP-10 减/).waitFor()
    await checkOut(fan, 'two-links@example.com')
    const paid = lampPrice - Math.round(lampPrice / 10)
    expect(moneyIn(await shown(fan))).toContain(tentPrice + paid)
    const order = await pay(fan, '付款成功')
    await orderSays(fan, '付好了')

    const lines = (await (await finance.request.get(`/v1/orders/${order}`)).json()) as { lines: { id: string; title: string }[] }
    const lineOf = (words: string) => lines.lines.find(({ title }) => title.includes(words))?.id ?? ''
    const owedOn = async (line: string) =>
      (await ledgerRows(finance, order))
        .filter((row) => row.account.startsWith('creator:') && row.orderLine === line)
        .reduce((sum, { amount }) => sum + amount, 0)
    const why = async (line: string) => {
      await open(fan, `/zh/orders/${order}/why?line=${line}`)
      return shown(fan)
    }
    const [tentLine, lampLine] = [lineOf('双人帐篷'), lineOf('蘑菇台灯')]
    const [tent, lit] = [await owedOn(tentLine), await owedOn(lampLine)]
    expect(tent).toBe(Math.round((tentPrice - taxIn(tentPrice)) * 0.08))
    expect(lit).toBe(Math.round((paid - taxIn(paid)) * 0.08))
    const accounts = new Set((await ledgerRows(finance, order)).map(({ account }) => account).filter((name) => name.startsWith('creator:')))
    expect(accounts.size, 'each creator has her own line').toBe(2)
    expect(moneyIn(await why(tentLine))).toContain(tent)
    expect(moneyIn(await why(lampLine))).toContain(lit)

    const refunded = await finance.request.post(`/v1/orders/${order}/refunds`, {
      data: { lines: [{ lineId: lampLine, quantity: 1, restock: true }], reason: 'customer_return' },
      headers: { origin: stage.site.url, 'idempotency-key': 'journey-of-two-links' },
    })
    expect(refunded.status(), await refunded.text()).toBe(201)
    await expect.poll(() => owedOn(lampLine), { timeout: 15_000, interval: 250 }).toBe(0)
    expect(await owedOn(tentLine)).toBe(tent)
    expect(moneyIn(await why(tentLine))).toContain(tent)
    expect(await why(lampLine)).toContain('收回')
    expect(moneyIn(await shown(fan))).toContain(lit)
  })

  it('ends in order, leaves books that balance, and answers its first page soon after the next start', async () => {
    await stage.clean()
    expect(await stage.site.stop()).toBe(0)
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/ledger-check.ts'], {
      env: { ...process.env, NODE_ENV: 'production', DATA_DIR: stage.site.dir, DATABASE_URL: '' },
    })
    console.log(stdout.trim())
    const began = performance.now()
    const again = await startSite({ dir: stage.site.dir })
    const page = await fetch(`${again.url}/zh`)
    const seconds = (performance.now() - began) / 1000
    console.log(`second start: first page after ${seconds.toFixed(2)} s`)
    expect(page.status).toBe(200)
    expect(seconds).toBeLessThan(12)
    expect(await again.stop()).toBe(0)
  })
})
