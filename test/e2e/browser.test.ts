import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('the browser of this lane', () => {
  it('can play the videos that the media pipeline makes: H.264 with AAC in MP4', async () => {
    const page = await browser.newPage()
    const answer = await page.evaluate(() => document.createElement('video').canPlayType('video/mp4; codecs="avc1.42E01E, mp4a.40.2"'))
    expect(answer).toBe('probably')
    await page.close()
  })

  it('has a font for 中文, so that screenshots and line breaks are those that people see', async () => {
    const page = await browser.newPage()
    await page.setContent('<p style="font:20px sans-serif"><span id="a">种</span><span id="b">草</span><span id="c">\u{10FFFD}</span></p>')
    // A missing glyph is the same box for every character; two characters that exist are drawn differently.
    const drawn = await page.evaluate(() => {
      const draw = (text: string) => {
        const canvas = document.createElement('canvas')
        const pen = canvas.getContext('2d')!
        pen.font = '40px sans-serif'
        pen.fillText(text, 10, 60)
        return canvas.toDataURL()
      }
      return new Set([draw('种'), draw('草'), draw('\u{10FFFD}')]).size
    })
    expect(drawn).toBe(3)
    await page.close()
  })
})
