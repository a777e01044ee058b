import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whatever the working directory is. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')

/** Where the commands keep the output of what they run. */
export const logFolder = path.join(root, 'build', 'log')
