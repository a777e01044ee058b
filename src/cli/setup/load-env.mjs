import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'

// The first thing that every command loads.
if (!existsSync(path.join(root, 'node_modules'))) {
  console.error('The packages are not installed: run `npm start`, or `npm ci`, first.')
  process.exit(1)
}

// Settings from a file, for whoever prefers one: `.env`, or the one that ENV_FILE names; ENV_FILE=0 reads none.
// A variable that is set already wins.
const name = process.env.ENV_FILE || '.env'
const file = path.resolve(root, name)
if (name !== '0' && existsSync(file)) process.loadEnvFile(file)
