import path from 'node:path'
import { logFolder, root } from '../../src/cli/setup/root.mjs'
import { runLogged, tail } from '../../src/cli/setup/run-child.mjs'
import { checkFiles } from './house-files.mjs'
import { checkGenerated } from './house-generated.mjs'
import { yesOrNo } from './outcome.mjs'

/** Runs one tool; answers its whole output when it failed, else nothing. */
async function tool(lane, args, timeoutMs) {
  const log = path.join(logFolder, `check-${lane}.log`)
  const result = await runLogged(process.execPath, args, { cwd: root, log, timeoutMs, env: { NO_COLOR: '1', FORCE_COLOR: '0' } })
  if (result.timedOut) return [`${args[0]} did not end within ${timeoutMs / 1000} s:\n${tail(log)}`]
  return result.code === 0 ? [] : [tail(log, 400) || `${args[0]} ended with code ${result.code} and said nothing`]
}

/** TypeScript over everything; the routes' types come first, since tsc reads them. */
export async function typesLane() {
  const routes = await tool('typegen', ['node_modules/@react-router/dev/bin.js', 'typegen'], 120_000)
  if (routes.length > 0) return yesOrNo(routes)
  return yesOrNo(await tool('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], 300_000))
}

/** Biome: faults, and the one way in which files are laid out. */
export async function lintLane() {
  return yesOrNo(await tool('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.', '--max-diagnostics=200'], 120_000))
}

/** Import direction and cycles, length of files, hidden inputs, generated files. */
export async function houseLane() {
  const cruise = [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
  ]
  const direction = await tool('direction', [...cruise, 'src', 'collections', 'test'], 120_000)
  return yesOrNo([...direction, ...checkFiles(root), ...(await checkGenerated())])
}
