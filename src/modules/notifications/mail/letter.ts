import type { NoticeLocale } from '../locale.ts'
import type { MailContent } from '../mailer.ts'

/** A message as data: what it says, not how it looks. All strings are plain text. */
export interface Letter {
  subject: string
  paragraphs: string[]
  /** Figures, a line each: what, how much. */
  rows?: [label: string, value: string][]
  /** Words of somebody else (an editor's reason), set apart. */
  quote?: string
  action?: { label: string; url: string }
  /** Smaller, at the end. */
  note?: string
}

const htmlLang: Record<NoticeLocale, string> = { zh: 'zh-CN', en: 'en' }
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for HTML, in content and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** Both forms of a letter. Throws when its link is not http(s): no data may bring another scheme into a mail. */
export function layOut(letter: Letter, locale: NoticeLocale, shopName: string): MailContent {
  if (letter.action && !/^https?:\/\//.test(letter.action.url)) throw new Error('mail: expected an absolute http(s) address')
  const subject = letter.subject.replace(/\s+/g, ' ').trim()
  return { subject, text: asText(letter, shopName), html: asHtml(letter, subject, locale, shopName) }
}

function asText({ paragraphs, rows, quote, action, note }: Letter, shopName: string): string {
  const blocks = [...paragraphs]
  if (quote)
    blocks.push(
      quote
        .split(/\r?\n/)
        .map((line) => `> ${line}`)
        .join('\n'),
    )
  if (rows) blocks.push(rows.map(([label, value]) => `${label}  ${value}`).join('\n'))
  if (action) blocks.push(`${action.label}\n${action.url}`)
  if (note) blocks.push(note)
  return `${[...blocks, shopName].join('\n\n')}\n`
}

/** Styles are inline, since mail programs drop others; no picture, no font, no address of anybody else is loaded. */
function asHtml({ paragraphs, rows, quote, action, note }: Letter, subject: string, locale: NoticeLocale, shopName: string): string {
  const lines = (text: string) => escapeHtml(text).replace(/\r?\n/g, '<br>')
  const parts = paragraphs.map((text) => `<p style="margin:0 0 16px">${lines(text)}</p>`)
  if (quote) parts.push(`<blockquote style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #1E7F4F">${lines(quote)}</blockquote>`)
  if (rows) {
    const cells = rows.map(
      ([label, value]) => `<tr><td style="padding:4px 24px 4px 0">${lines(label)}</td><td align="right">${lines(value)}</td></tr>`,
    )
    parts.push(`<table style="margin:0 0 16px;border-collapse:collapse">${cells.join('')}</table>`)
  }
  if (action) {
    const style = 'display:inline-block;padding:12px 20px;border-radius:8px;background:#1E7F4F;color:#FFFFFF;text-decoration:none'
    parts.push(`<p style="margin:0 0 16px"><a href="${escapeHtml(action.url)}" style="${style}">${lines(action.label)}</a></p>`)
    parts.push(`<p style="margin:0 0 16px;font-size:13px;color:#667068;word-break:break-all">${lines(action.url)}</p>`)
  }
  if (note) parts.push(`<p style="margin:0 0 16px;font-size:13px;color:#667068">${lines(note)}</p>`)
  parts.push(`<p style="margin:24px 0 0;font-size:13px;color:#667068">${lines(shopName)}</p>`)
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title>`
  const body = 'margin:0;padding:24px;background:#FBFAF7;color:#17211B;font:16px/1.6 system-ui,sans-serif'
  return `<!doctype html><html lang="${htmlLang[locale]}"><head>${head}</head><body style="${body}"><div style="max-width:560px;margin:0 auto">${parts.join('')}</div></body></html>`
}
