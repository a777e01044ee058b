import { describe, expect, it } from 'vitest'
import { Share } from '../../../src/ui/shop/Share.tsx'
import { ShareButton } from '../../../src/ui/shop/ShareButton.tsx'
import { qrPath, sharePath } from '../../../src/ui/shop/share-path.ts'
import { html } from './html.tsx'

describe('sharing', () => {
  it.each(['/zh', '/en/p/01a214d0-a58f-722f-9019-fa7a997af0b5', '/zh/product/%E5%B8%90%E7%AF%B7', '/zh/creator/ahe', '/en/boards/x'])(
    'takes %s, a page of the shop',
    (path) => {
      expect(sharePath(path)).toBe(path)
    },
  )

  it.each([
    '',
    null,
    '//evil.example/zh',
    '/\\evil',
    'https://evil.example/zh/p/1',
    '/zh/account',
    '/zh/orders/1',
    '/zh/p/1?via=abc',
    '/zh/p/../../admin',
    '/zh/p/%2E%2e/x',
    '/fr/p/1',
    '/go/abc',
    `/zh/p/${'x'.repeat(400)}`,
  ])('refuses %s: another site, a personal page, or none at all', (path) => {
    expect(sharePath(path)).toBeNull()
  })

  it('is a form that leads to a page of its own where there is no script', () => {
    const markup = html(<ShareButton title="帐篷" onPicture />)
    expect(markup).toMatch(
      /<form class="share-form" action="\/zh\/share" method="get"><input type="hidden" name="path" value="\/"\/><button type="submit"[^>]*aria-label="分享"/,
    )
  })

  it('shows the whole address to copy, its QR code and the way back', () => {
    const markup = html(<Share path="/zh/creator/ahe" origin="https://shop.example" />)
    expect(markup).toContain('value="https://shop.example/zh/creator/ahe"')
    expect(markup).toContain(`src="${qrPath('/zh/creator/ahe')}"`)
    expect(markup).toMatch(/<a class="btn btn-line" href="\/zh\/creator\/ahe"/)
  })
})
