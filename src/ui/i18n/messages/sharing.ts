import type { Dictionary, Message } from '../translate.ts'

/** The share sheet and its page. */
const zh = {
  shareTitle: '分享',
  shareText: '把这一页发给别人，或者用手机扫一扫。',
  sharePage: '这一页的链接',
  copyLink: '复制链接',
  copied: '已复制',
  copyFailed: '复制不了，请长按链接自己复制',
  shareNative: '用其他应用分享',
  shareQr: '二维码：扫一扫打开这一页',
  shareOwn: '这是你的推广链接：从它进来的成交计给你。',
  shareBack: '回到那一页',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  shareTitle: 'Share',
  shareText: 'Send this page to somebody, or scan it with a phone.',
  sharePage: 'Link to this page',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Could not copy; press and hold the link to copy it',
  shareNative: 'Share with another app',
  shareQr: 'QR code: scan to open this page',
  shareOwn: 'This is your own link: sales that come through it are credited to you.',
  shareBack: 'Back to that page',
}

export const sharing = { zh, en } satisfies Dictionary<keyof typeof zh>
