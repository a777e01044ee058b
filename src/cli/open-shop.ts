import { getPayload } from 'payload'
import { pino } from 'pino'
import { type Env, readEnv } from '../config/env.ts'
import { payloadConfig } from '../config/payload.ts'
import { sentenceFor } from '../config/refusals.ts'
import { readSecret } from '../config/secret.ts'
import { expectUsable } from '../config/usable.ts'
import { type Ctx, openContext } from '../context.ts'

/**
 * Opens the shop for one command on the database that the environment names, runs it, and closes everything. On the
 * embedded database only one process writes: while the server runs, the command is refused with a sentence that says so.
 * The command's number is the process's exit code.
 */
export async function withShop(command: (ctx: Ctx, env: Env) => Promise<number>): Promise<void> {
  try {
    const env = readEnv()
    expectUsable(env)
    const secret = readSecret(env)
    const log = pino({ level: env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL, name: 'zhongcao' })
    const payload = await getPayload({ config: await payloadConfig({ ...env, LOG_LEVEL: log.level as Env['LOG_LEVEL'] }, secret) })
    const ctx = await openContext({ env, payload, log, secret })
    try {
      process.exitCode = await command(ctx, env)
    } finally {
      await ctx.close()
      await payload.destroy()
    }
  } catch (error) {
    const sentence = sentenceFor(error)
    if (!sentence) throw error
    const advice =
      (error as Error).name === 'SecondWriter' ? '\nStop the server (Ctrl-C in its terminal), run this again, and start it anew.' : ''
    console.error(sentence + advice)
    process.exitCode = 78
  }
  // What a library left open (a watcher, a socket) must not hold a finished command.
  process.exit()
}
