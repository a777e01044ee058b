import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { letterTo, logIn, open, openStage, type Stage, settled, shown } from './people.ts'
import { newFolder, removeFolders } from './site.ts'
import { atDesk, decide, openFromQueue, pick, sayings, stored, submit, tagInText, tagOnPicture } from './studio-acts.ts'

let stage: Stage
let film = ''

beforeAll(async () => {
  stage = await openStage()
  film = path.join(await newFolder(), 'kettle.mp4')
  // Noise does not compress: some megabytes, so that there is a way to see the progress on.
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=360x640:rate=25:duration=8,noise=alls=5:allf=t']
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=8']
  const code = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest']
  await promisify(execFile)(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-y', '-v', 'error', ...picture, ...sound, ...code, film])
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

const pictures = ['test/fixtures/pictures/cup.webp', 'test/fixtures/pictures/shirt-sand.webp']

describe('a creator', () => {
  it('signs up, confirms the address, writes a post with two pictures and three marks, and hears what to change', async () => {
    const page = await stage.visitor(atDesk)
    const author = { email: 'ning@example.com', password: '山里的风吹了一整夜呀' }
    await open(page, '/zh/sign-up')
    await page.getByLabel('邮箱').fill(author.email)
    await page.getByLabel('称呼').fill('阿宁')
    await page.getByLabel('密码').fill(author.password)
    await page.getByLabel('我同意').check()
    await page.locator('main').getByRole('button', { name: '注册' }).click()
    await page.getByRole('heading', { name: '请看邮箱' }).waitFor()

    const letter = await letterTo(stage.site, author.email, /verify-email/)
    await open(page, letter.links.find((link) => link.includes('verify-email')) ?? '')
    await page.getByRole('button', { name: '确认邮箱' }).click()
    await page.getByText('邮箱已经确认').first().waitFor()
    await logIn(page, author)

    await open(page, '/zh/studio/join')
    await page.getByLabel('账号名').fill('ning_at_home')
    await page.getByLabel('显示的名字').fill('阿宁在家')
    await page.getByLabel('主要写什么').selectOption({ index: 1 })
    await page.getByLabel('我会写明广告').check()
    await page.getByRole('button', { name: '成为创作者' }).click()
    await page.waitForURL(/\/studio$/)

    await open(page, '/zh/studio/new/post')
    await page.locator('input[type=file]').first().setInputFiles(pictures)
    await page.getByText('第 1 张，共 2 张').waitFor()
    await page.getByLabel('图里有什么').fill('一只放在窗台上的杯子')
    await page.getByRole('textbox', { name: '标题', exact: true }).fill('一盏灯和一把壶，晚上就够了')
    await page.getByRole('textbox', { name: '正文', exact: true }).fill('下班以后只开一盏灯。\n\n烧一壶水，慢慢喝。')
    await tagOnPicture(page, '蘑菇台灯', { x: 40, y: 30 })
    await tagInText(page, '保温壶')
    await page.getByLabel('我收到了样品').check()
    await expect.poll(() => shown(page.getByRole('complementary', { name: '提交前' }))).toContain('收到样品')
    await stored(page)

    await page.getByRole('button', { name: '预览' }).click()
    await page.getByText('预览：读者会看到这样').first().waitFor()
    // The preview is for looking at only (inert), so that it is asked by its text and not by its roles.
    await expect.poll(() => shown(page, 'body')).toMatch(/一盏灯和一把壶，\s*晚上就够了/)
    expect(await shown(page, 'body')).toMatch(/含佣金[\s\S]*收到样品/)
    await page.getByText('回去接着写').first().click()
    await submit(page)
    await page.getByText('等审核').first().waitFor()

    const editor = await stage.member('editor', atDesk)
    await openFromQueue(editor, '一盏灯和一把壶')
    await decide(editor, 'c', { rule: '宣称与事实不符', reason: '请写明壶的容量。' })

    await letterTo(stage.site, author.email, /请写明壶的容量/)
    await open(page, '/zh/studio/pieces')
    await page.getByText('请修改').first().waitFor()
    await page
      .getByRole('link', { name: /一盏灯和一把壶/ })
      .first()
      .click()
    await page.getByText('请写明壶的容量').first().waitFor()
    await page.getByRole('textbox', { name: '正文', exact: true }).press('Control+End')
    await page.keyboard.type(' 壶是 750 毫升的。')
    await stored(page)
    await submit(page)
    await page.getByText('等审核').first().waitFor()
    await settled(page)
  })

  it('uploads a video note, sees its progress, sets a product at its seconds; once published it plays and shows the product then', async () => {
    const page = await stage.member('creator', atDesk)
    await open(page, '/zh/studio/new/video')
    const wire = await page.context().newCDPSession(page)
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 300_000 }
    await wire.send('Network.emulateNetworkConditions', slow)
    const said = await sayings(page, '.st-ups, .st-pane')
    await page.locator('input[type=file]').first().setInputFiles(film)
    await page.getByRole('slider', { name: '商品出现的时间' }).waitFor({ timeout: 60_000 })
    await wire.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 })
    const sent = [...(await said()).matchAll(/已传 (\d+)%/g)].map(([, percent]) => Number(percent))
    expect(
      sent.some((percent) => percent > 0 && percent < 100),
      `progress on the way: ${sent}`,
    ).toBe(true)
    expect(sent).toEqual([...sent].sort((a, b) => a - b))
    expect(await page.locator('video').getAttribute('poster')).toMatch(/^\/media\/.+\.webp$/)

    await page.getByRole('textbox', { name: '标题', exact: true }).fill('八秒钟看完一把保温壶')
    await page.getByRole('textbox', { name: '正文', exact: true }).fill('倒水不滴，盖子单手能开。')
    await page.getByRole('button', { name: /^在 .+ 挂商品$/ }).click()
    await pick(page, '保温壶')
    await page.getByLabel('从（秒）').fill('4')
    await page.getByLabel('到（秒）').fill('7')
    await page.getByLabel('到（秒）').blur()
    await stored(page)
    const id = await submit(page)

    const editor = await stage.member('editor', atDesk)
    await openFromQueue(editor, '八秒钟看完')
    await decide(editor, 'a')

    const reader = await stage.visitor()
    await reader.goto(`/zh/v/${id}`)
    const video = reader.locator('video')
    await video.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true
      element.currentTime = 0
      await element.play()
    })
    const card = reader.getByRole('region', { name: '画面中的商品' }).getByText('保温壶')
    expect(await card.count(), 'no product before its second').toBe(0)
    await card.first().waitFor()
    const second = await video.evaluate((element: HTMLVideoElement) => element.currentTime)
    expect(second).toBeGreaterThanOrEqual(3.9)
    expect(second).toBeLessThan(7.5)
    expect(await video.evaluate((element: HTMLVideoElement) => [element.videoWidth, element.videoHeight])).toEqual([360, 640])
  })
})

describe('an editor', () => {
  it('approves a post by keyboard, then takes it down: it is gone from home, search, its address and /v1, and the author is told', async () => {
    const editor = await stage.member('editor', atDesk)
    await open(editor, '/zh/desk')
    await editor.keyboard.press('j')
    await editor.getByText('你已认领').first().waitFor()
    await openFromQueue(editor, '营灯该买多亮')
    const id = /\/desk\/(.+)$/.exec(new URL(editor.url()).pathname)?.[1] ?? ''
    await decide(editor, 'a')

    const reader = await stage.visitor()
    await open(reader, '/zh')
    const card = reader.getByRole('link', { name: /营灯该买多亮/ }).first()
    await card.click()
    await reader.waitForURL(/\/zh\/p\//)
    const address = new URL(reader.url()).pathname
    await expect.poll(() => searchFinds(reader, '营灯 三档', '营灯该买多亮'), { timeout: 15_000, interval: 500 }).toBe(true)

    await open(editor, '/zh/desk/history')
    await editor.locator(`a[href$="${id}"]`).click()
    await editor.getByText('决定').first().waitFor()
    await settled(editor)
    await decide(editor, 't', { rule: '展示的不是所售商品', reason: '图里的是旧款。' })

    const gone = await reader.request.get(address)
    expect(gone.status()).toBe(410)
    expect(await gone.text()).not.toContain('最高档 400')
    expect(await gone.text(), 'others are offered instead').toMatch(/href="\/zh\/[pv]\/[0-9a-f-]{36}"/)
    expect((await reader.request.get(`/v1/pieces/${address.split('/').at(-1)}`)).ok()).toBe(false)
    await open(reader, '/zh')
    expect(await reader.getByRole('link', { name: /营灯该买多亮/ }).count()).toBe(0)
    await expect.poll(() => searchFinds(reader, '营灯 三档', '营灯该买多亮'), { timeout: 15_000, interval: 500 }).toBe(false)
    await letterTo(stage.site, 'creator@demo.example', /图里的是旧款/)
    const author = await stage.member('creator')
    await open(author, '/zh/studio/pieces')
    await author.getByText('已下架').first().waitFor()
    await author.getByText('图里的是旧款').first().waitFor()
  })
})

async function searchFinds(page: Page, words: string, title: string): Promise<boolean> {
  await open(page, `/zh/search?q=${encodeURIComponent(words)}`)
  return (await page.getByRole('link', { name: new RegExp(title) }).count()) > 0
}
