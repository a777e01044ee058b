import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { open, settled } from './people.ts'

/** What creators and editors do with their hands, for several journeys. The interface is in 中文. */

/** A wide screen. */
export const atDesk = { viewport: { width: 1440, height: 900 } }

/** Puts a product on the picture that is shown, at a place given in per cent. */
export async function tagOnPicture(page: Page, name: string, at: { x: number; y: number }): Promise<void> {
  const picture = page.locator('.st-stage img').first()
  const box = await picture.boundingBox()
  if (!box) throw new Error('The picture is not on the screen')
  await picture.click({ position: { x: (box.width * at.x) / 100, y: (box.height * at.y) / 100 }, force: true })
  await pick(page, name)
}

export async function tagInText(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '插入商品' }).click()
  // With products there already, a menu offers them first.
  const another = page.getByRole('button', { name: '在文中挂一件商品' })
  const picker = page.getByRole('dialog', { name: '选择商品' })
  await another.or(picker).first().waitFor()
  if (await another.isVisible()) await another.click()
  await pick(page, name)
}

/** Chooses a product in the open picker. */
export async function pick(page: Page, name: string): Promise<void> {
  const picker = page.getByRole('dialog', { name: '选择商品' })
  await picker.getByRole('combobox').fill(name)
  await picker
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
  await picker.waitFor({ state: 'detached' })
}

/** Waits until the line at the top says that everything is stored. */
export const stored = (page: Page): Promise<void> =>
  page
    .getByText(/^已存 · /)
    .first()
    .waitFor()

/** Submits what is open; answers the piece's id. */
export async function submit(page: Page): Promise<string> {
  const button = page.getByRole('button', { name: /^提交(审核|修改)/ })
  await expect.poll(() => button.isEnabled()).toBe(true)
  const id = /pieces\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  if (!id) throw new Error(`No piece in the address: ${page.url()}`)
  await button.click()
  await page.waitForURL(/\/studio\/pieces(\?|$)/)
  await settled(page)
  return id
}

/** The editor opens a piece from the queue by its title. */
export async function openFromQueue(page: Page, title: string): Promise<void> {
  await open(page, '/zh/desk')
  await page
    .getByRole('navigation', { name: '队列' })
    .getByRole('link', { name: new RegExp(title) })
    .click()
  await page.getByRole('complementary', { name: '决定' }).getByText('你已认领').or(page.getByText('你已认领')).first().waitFor()
}

/** Decides by keyboard and lets the ten seconds of undo go at once. */
export async function decide(page: Page, key: 'a' | 'c' | 'r' | 't', why?: { rule: string; reason: string }): Promise<void> {
  const panel = page.getByRole('complementary', { name: '决定' })
  await page.locator('h1').first().click()
  await page.keyboard.press(key)
  if (why) {
    await panel.getByRole('radio', { name: why.rule }).check()
    await panel.getByLabel('给作者的话').fill(why.reason)
  }
  const answered = page.waitForResponse(
    (response) =>
      /\/v1\/(review|pieces)\//.test(response.url()) && response.request().method() === 'POST' && !/claim|release/.test(response.url()),
  )
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '现在发出' }).click()
  expect((await answered).status()).toBe(200)
}

/** From now on notes whatever these parts of the page say; call the answer to read it. */
export async function sayings(page: Page, parts: string): Promise<() => Promise<string>> {
  await page.evaluate((selector) => {
    const heard: string[] = []
    const listen = () => {
      const text = [...document.querySelectorAll<HTMLElement>(selector)].map((part) => part.textContent).join('\n')
      if (text !== heard.at(-1)) heard.push(text)
    }
    new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { heard })
  }, parts)
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'))
}
