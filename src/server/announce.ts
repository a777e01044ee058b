import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Ctx } from '../context.ts'
import { issueFirstAdminToken } from '../flows/accounts/create-first-admin.ts'
import type { DemoAccount } from '../flows/accounts/ensure-demo-accounts.ts'
import { prepareWorld } from '../flows/operations/prepare-world.ts'
import { step } from './progress.ts'

/** Called once the server listens: fills an empty site, then says where it is and who can log in. */
export async function announceSite(
  ctx: Ctx,
  server: Server,
  write: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<void> {
  const { demoAccounts } = await step('Preparing the shop', () => prepareWorld(ctx, everySecond(write)))
  const address = addressOf(ctx, server)
  const token = demoAccounts.length ? null : await issueFirstAdminToken(ctx)
  const lines = ['', `种草 Zhongcao  ${address}`, '']
  if (demoAccounts.length) lines.push(...accountTable(demoAccounts), '', `  ${path.join(ctx.env.dataDir, 'demo-accounts.json')}`, '')
  if (token)
    lines.push(
      '还没有管理员，用这个链接建立（只能用一次，24 小时内）：',
      'No admin yet; make one with this link (once, within 24 hours):',
      `  ${address}/zh/first-admin?token=${token}`,
      '',
    )
  write(`${lines.join('\n')}\n`)
}

/** Says how far the first world is, about every second: filling an empty shop takes several. */
function everySecond(write: (text: string) => void): (progress: { done: number; total: number }) => void {
  let last = performance.now()
  return ({ done, total }) => {
    if (performance.now() - last < 1000) return
    last = performance.now()
    write(`  ${done}/${total}\n`)
  }
}

function accountTable(accounts: DemoAccount[]): string[] {
  const width = Math.max(...accounts.map(({ email }) => email.length))
  const rows = accounts.map(({ role, email, password }) => `  ${role.padEnd(8)} ${email.padEnd(width)}  ${password}`)
  return ['演示账号，只在本机 · Demo accounts, this machine only', ...rows]
}

/** Where people open it: the public address, else the one that the socket really got. */
function addressOf(ctx: Ctx, server: Server): string {
  const { PUBLIC_URL, HOST } = ctx.env
  if (PUBLIC_URL) return PUBLIC_URL
  const { port } = server.address() as AddressInfo
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
