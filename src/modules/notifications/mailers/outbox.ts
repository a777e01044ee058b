import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { newId } from '../../../lib/ids.ts'
import type { Mailer } from '../mailer.ts'
import { messageOptions } from './compose.ts'

/**
 * Mail without a server: every message is a complete `.eml` file in `dir` that any mail program opens. Names sort by
 * time (UUIDv7) and hold no address; a message with a key is one file however often it is delivered. On disk before `deliver` returns.
 */
export function outboxMailer(dir: string, from: string): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    name: 'outbox',
    async deliver(mail) {
      const { message } = await composer.sendMail(messageOptions(mail, from))
      const name = mail.key && /^[\w-]{1,100}$/.test(mail.key) ? mail.key : newId()
      await writeDurably(dir, `${name}.eml`, message as Buffer)
    },
  }
}

/** By way of a hidden file, so that nobody reads half a message. */
async function writeDurably(dir: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const part = path.join(dir, `.${newId()}.part`)
  const file = await open(part, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path.join(dir, name))
  if (process.platform === 'win32') return // cannot open a folder, and needs it not
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
