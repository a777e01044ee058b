import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'

// Settings from `.env`, for whoever prefers a file. A variable that is set already wins.
const file = path.join(root, '.env')
if (existsSync(file)) process.loadEnvFile(file)
