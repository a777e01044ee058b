import path from 'node:path'
import { requireNode } from './setup/node-version.mjs'
import { prepare } from './setup/prepare.mjs'
import { root } from './setup/root.mjs'
import { printSetupError } from './setup/setup-error.mjs'

/**
 * `npm run dev`: the whole product in one process. Pages and styles reload hot; a change of the server's own code
 * (below src/server, src/flows, src/modules, collections …) stops it in order and starts it again in this process.
 */
requireNode()
process.chdir(root)
try {
  await prepare({ build: false })
} catch (error) {
  printSetupError(error)
  process.exit(1)
}
await import('./setup/load-env.mjs')
process.env.NODE_ENV = 'development'
// Payload would look for Next's hot-reload socket, and wait for it; our own restart does that work.
process.env.DISABLE_PAYLOAD_HMR = 'true'
// Only now: in a fresh clone there is no Vite before the installation.
const { createServer } = await import('vite')
const vite = await createServer({
  server: { middlewareMode: true, hmr: { port: Number(process.env.HMR_PORT ?? 24678) } },
  appType: 'custom',
})
const serverCode = /[\\/](src[\\/](server|flows|modules|database|jobs|config|lib|context\.ts)|collections)([\\/.]|$)/

let running = await start()
let restarting = Promise.resolve()
let timer

vite.watcher.add([path.resolve('collections')])
vite.watcher.on('all', (event, file) => {
  if (!serverCode.test(file) || (event !== 'change' && event !== 'add' && event !== 'unlink')) return
  clearTimeout(timer)
  timer = setTimeout(() => {
    restarting = restarting.then(restart)
  }, 200)
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await running?.stop()
    await vite.close()
    process.exit(0)
  })
}

async function start() {
  try {
    const { startDevServer } = await vite.ssrLoadModule('/src/server/dev.ts')
    return await startDevServer({ middlewares: vite.middlewares, load: (id) => vite.ssrLoadModule(id) })
  } catch (error) {
    if (error instanceof Error) vite.ssrFixStacktrace(error)
    console.error(error?.name === 'UnusableEnvironment' || error?.name === 'SecondWriter' ? error.message : error)
    console.error('The server did not start; it tries again at the next change.')
    return undefined
  }
}

async function restart() {
  console.log('The server’s code changed: starting again …')
  await running?.stop()
  vite.moduleGraph.invalidateAll()
  running = await start()
}
