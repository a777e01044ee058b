import { endWithNpm } from './setup/end-with-npm.mjs'
import { requireNode } from './setup/node-version.mjs'
import { prepare } from './setup/prepare.mjs'
import { endChildrenOnSignal } from './setup/run-child.mjs'
import { printSetupError } from './setup/setup-error.mjs'

// `npm run build`: the shop with the server, then the admin. `--if-stale` builds only what is older than its sources, as `npm start` does.
requireNode()
endWithNpm()
endChildrenOnSignal()
try {
  const { built } = await prepare({ force: !process.argv.includes('--if-stale') })
  console.log(built.length > 0 ? `Built: ${built.join(', ')}.` : 'Everything is built already.')
  process.exit(0)
} catch (error) {
  printSetupError(error)
  process.exit(1)
}
