import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { endWithNpm } from './setup/end-with-npm.mjs'
import { requireNode } from './setup/node-version.mjs'
import { prepare } from './setup/prepare.mjs'
import { root } from './setup/root.mjs'
import { endChildrenOnSignal } from './setup/run-child.mjs'
import { printSetupError } from './setup/setup-error.mjs'

/**
 * `npm start`: install when the lockfile changed, build when the sources changed, then serve.
 *
 * The server runs in this very process. So Ctrl-C and TERM reach it directly, its exit code is ours, and killing this
 * process leaves no server behind that holds the port and the database.
 */
requireNode()
// Run from another folder or not: paths in the settings are relative to the checkout.
process.chdir(root)

endWithNpm()
const release = endChildrenOnSignal()
try {
  await prepare()
} catch (error) {
  printSetupError(error)
  process.exit(1)
}
release()

process.env.NODE_ENV = 'production'
await import('./setup/load-env.mjs')
process.setSourceMapsEnabled(true)
try {
  await import(pathToFileURL(path.join(root, 'build', 'server', 'index.js')).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}
