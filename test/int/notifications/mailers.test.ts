import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { outboxMailer } from '../../../src/modules/notifications/mailers/outbox.ts'
import { smtpMailer } from '../../../src/modules/notifications/mailers/smtp.ts'
import { readOutbox } from '../../fixtures/outbox.ts'

const root = mkdtempSync(path.join(tmpdir(), 'mailers-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const from = '种草 <no-reply@shop.test>'
const mail = {
  to: 'fan@example.com',
  subject: '付好了：订单 ZC-1001，¥1,258.00，一个很长很长很长很长很长很长很长很长很长很长很长很长很长的标题',
  text: `付好了。\n\nhttps://shop.test/zh/orders/1?key=${'k'.repeat(90)}\n.\n一行只有一个点\n`,
  html: '<p>付好了 &amp; 谢谢</p>',
}

describe('the outbox', () => {
  const dir = path.join(root, 'outbox')
  const outbox = outboxMailer(dir, from)

  it('holds whole messages that a mail program reads back, in order, without an address in the name', async () => {
    for (let i = 0; i < 3; i++) await outbox.deliver({ ...mail, subject: `${mail.subject} ${i}` })
    const mails = readOutbox(dir, 'fan@example.com')
    expect(mails.map(({ subject }) => subject)).toEqual([0, 1, 2].map((i) => `${mail.subject} ${i}`))
    expect(mails[0]).toMatchObject({ text: mail.text, html: mail.html, to: 'fan@example.com' })
    expect(mails[0]?.links).toEqual([`https://shop.test/zh/orders/1?key=${'k'.repeat(90)}`])
    const headers = mails[0]?.headers ?? {}
    expect(headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'mime-version': '1.0' })
    expect(headers.from).toContain('<no-reply@shop.test>')
    expect(Number.isNaN(Date.parse(headers.date ?? ''))).toBe(false)
    const raw = readFileSync(mails[0]?.file ?? '', 'latin1')
    expect(raw.split('\r\n').filter((line) => line.length > 998 || /[^\x20-\x7e\t]/.test(line))).toEqual([])
    expect(readdirSync(dir).join()).not.toMatch(/example|part/)
    if (process.platform !== 'win32') expect(statSync(mails[0]?.file ?? '').mode & 0o077, 'others on the machine read no mail').toBe(0)
  })

  it('a job that runs twice makes one message, with one Message-ID', async () => {
    const before = readdirSync(dir).length
    const key = newId()
    for (let i = 0; i < 2; i++) await outbox.deliver({ ...mail, key })
    expect(readdirSync(dir).length).toBe(before + 1)
    expect(readOutbox(dir).find(({ file }) => file.endsWith(`${key}.eml`))?.headers['message-id']).toMatch(/^<[0-9a-f]{32}@shop\.test>$/)
  })

  it('a recipient that is more than one bare address is refused, and a key never leaves the folder', async () => {
    for (const to of ['a@b.cn, c@d.cn', 'a@b.cn\r\nBcc: c@d.cn', 'X <a@b.cn>', '', 'nobody'])
      await expect(outbox.deliver({ ...mail, to }), to).rejects.toThrow('one bare address')
    await outbox.deliver({ ...mail, key: '../escaped' })
    expect(existsSync(path.join(root, 'escaped.eml'))).toBe(false)
  })

  it('line breaks in a subject add no header', async () => {
    await outbox.deliver({ ...mail, to: 'x@example.com', subject: 'hi\r\nBcc: victim@example.com' })
    expect(readOutbox(dir, 'x@example.com')[0]?.headers.bcc).toBeUndefined()
  })

  it('says when it cannot write', async () => {
    writeFileSync(path.join(root, 'file'), '')
    await expect(outboxMailer(path.join(root, 'file'), from).deliver(mail)).rejects.toThrow()
  })
})

describe('SMTP', () => {
  let server: Server
  let received: string[] = []
  let refuse = false
  const sockets = new Set<Socket>()

  /** As much of a server as a client needs to hand over a message. */
  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.add(socket)
      let data: string | null = null
      let rest = ''
      socket.write('220 test\r\n')
      socket.on('data', (chunk) => {
        rest += chunk.toString('latin1')
        for (let at = rest.indexOf('\r\n'); at >= 0; at = rest.indexOf('\r\n')) {
          const line = rest.slice(0, at)
          rest = rest.slice(at + 2)
          if (data !== null && line !== '.') data += `${line}\r\n`
          else if (data !== null) {
            received.push(data)
            data = null
            socket.write('250 taken\r\n')
          } else if (/^DATA/i.test(line)) {
            data = ''
            socket.write('354 go on\r\n')
          } else if (refuse && /^RCPT/i.test(line)) socket.write('550 no such person\r\n')
          else socket.write('250 ok\r\n')
        }
      })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  })
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const mailer = () => smtpMailer(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}/?ignoreTLS=true`, from)

  it('hands the message over', async () => {
    received = []
    await mailer().deliver({ ...mail, key: 'k1' })
    expect(received.length).toBe(1)
    expect(received[0]).toContain('To: fan@example.com')
  })
  it('throws when the server refuses, so that the job tries again', async () => {
    refuse = true
    await expect(mailer().deliver(mail)).rejects.toThrow('550')
    refuse = false
  })
})
