import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whatever the working directory is. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')

/** What the commands remember between runs. Not in build/: React Router empties that folder when it builds. */
export const stateFolder = (checkout = root) => path.join(checkout, '.zhongcao')

/** Where the commands keep the output of what they run. */
export const logFolder = path.join(stateFolder(), 'log')
