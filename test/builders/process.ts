import { existsSync, readFileSync } from 'node:fs'

/** Whether a process lives. One that was killed and is not collected by its parent yet still has its number, and does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'))
}
