import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Browser, CDPSession } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { removeFolders, startSite } from '../e2e/site.ts'
import { printTable } from './table.ts'
import { addressesOf, phone } from './world-addresses.ts'
import { worldFolder } from './world-folder.ts'

/**
 * What a phone (390 × 844 at 3 device pixels, empty cache) fetches for each public page until it has come to rest, without
 * scrolling: requests and bytes on the wire, and its JavaScript packed either way.
 */
interface Fetched {
  requests: number
  bytes: number
  pictures: number
  scripts: Set<string>
  inline: number
}

/** Time for the script to start by itself, which it does some seconds after the page has come to rest. */
const REST_MS = 7000

async function fetchedBy(browser: Browser, url: string): Promise<Fetched> {
  const context = await browser.newContext({
    userAgent: phone,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 3,
    isMobile: true,
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const fetched = await listen(session)
  await page.goto(url)
  await page.waitForTimeout(REST_MS)
  fetched.inline = await page.evaluate(() =>
    [...document.querySelectorAll('script:not([src]):not([type*=json])')].reduce(
      (sum, { textContent }) => sum + (textContent?.length ?? 0),
      0,
    ),
  )
  await context.close()
  return fetched
}

async function listen(session: CDPSession): Promise<Fetched> {
  const fetched: Fetched = { requests: 0, bytes: 0, pictures: 0, scripts: new Set(), inline: 0 }
  const images = new Set<string>()
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    fetched.requests += 1
    if (type === 'Image') images.add(requestId)
    if (/\.js$/.test(new URL(response.url).pathname)) fetched.scripts.add(response.url)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    fetched.bytes += encodedDataLength
    if (images.has(requestId)) fetched.pictures += encodedDataLength
  })
  return fetched
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1)

const browser = await launchBrowser()
const site = await startSite({ dir: await worldFolder(), env: { LOG_LEVEL: 'error' } })
try {
  const { pages } = await addressesOf(site.url)
  const rows: (string | number)[][] = []
  for (const [what, path] of Object.entries(pages)) {
    const { requests, bytes, pictures, scripts, inline } = await fetchedBy(browser, `${site.url}${path}`)
    const texts = await Promise.all([...scripts].map(async (script) => Buffer.from(await (await fetch(script)).arrayBuffer())))
    const packed = (pack: (text: Buffer) => Buffer) => kB(texts.reduce((sum, text) => sum + pack(text).length, 0))
    rows.push([
      what,
      requests,
      kB(bytes),
      kB(pictures),
      scripts.size,
      packed((text) => gzipSync(text, { level: 9 })),
      packed((text) => brotliCompressSync(text)),
      kB(inline),
    ])
  }
  printTable(['phone, kB', 'requests', 'all bytes', 'pictures', 'scripts', 'js gzip', 'js brotli', 'inline js'], rows)
} finally {
  await browser.close()
  await site.stop()
  await removeFolders()
}
