import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

export interface ToolRun {
  /** Exit code; null when a signal ended it. */
  code: number | null
  stdout: string
  /** The last few KB. */
  stderr: string
  timedOut: boolean
}

const KEEP = 64 * 1024

/**
 * Runs a program without a shell, without standard input, at low priority, and kills it after `seconds`.
 * Throws when it cannot be started.
 */
export function runTool(program: string, args: string[], seconds: number, onOutput?: (text: string) => void): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment() })
    let stdout = ''
    let stderr = ''
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      child.kill('SIGKILL')
    }, seconds * 1000)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (onOutput) onOutput(text)
      else if (stdout.length < 16 * KEEP) stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-KEEP)
    })
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('spawn', () => lowerPriority(child.pid))
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, stdout, stderr, timedOut })
    })
  })
}

/** No more than programs need to start: our secrets are none of theirs. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TMPDIR, NODE_ENV } = process.env
  return { PATH, SystemRoot, TMPDIR, NODE_ENV, LC_ALL: 'C' }
}

function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // it may have ended already; its priority no longer matters
  }
}
