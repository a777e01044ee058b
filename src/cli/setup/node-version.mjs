/** The oldest Node that everything here runs on; package.json says the same under `engines`. */
export const oldestNode = [20, 19, 0]

/**
 * Whether a version such as `20.19.0` is new enough.
 * @param {string} version without the leading v
 */
export function isNodeNewEnough(version) {
  const parts = version.split('-')[0].split('.').map(Number)
  for (const [index, least] of oldestNode.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return part > least
  }
  return true
}

/** Ends the process with a sentence when this Node is too old. */
export function requireNode() {
  if (isNodeNewEnough(process.versions.node)) return
  console.error(`Zhongcao needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}.`)
  console.error('Get a current one from https://nodejs.org (or with nvm: nvm install 22), then run the same command again.')
  process.exit(1)
}
