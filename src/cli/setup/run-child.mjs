import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'

const posix = process.platform !== 'win32'
const graceMs = 5000

/** Groups of children that must not outlive this process. */
const running = new Set()

/** Ends a child and everything that it started. */
export function killGroup(child, signal = 'SIGTERM') {
  if (child.pid === undefined) return
  try {
    if (posix) process.kill(-child.pid, signal)
    else spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
  } catch {
    // Already gone: that is what was wanted.
  }
}

/** Ends all children of this process. */
export function killAll(signal = 'SIGTERM') {
  for (const child of running) killGroup(child, signal)
}

/**
 * Passes Ctrl-C, TERM and a closed terminal on to the children, then ends with the signal's usual code.
 * @returns {() => void} takes the handlers off again
 */
export function endChildrenOnSignal() {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
  const handlers = Object.entries(codes).map(([signal, code]) => {
    const handler = () => {
      killAll('SIGTERM')
      const ended = Promise.all([...running].map((child) => child.ended))
      const late = setTimeout(() => killAll('SIGKILL'), graceMs)
      ended.finally(() => {
        clearTimeout(late)
        process.exit(code)
      })
    }
    process.on(signal, handler)
    return [signal, handler]
  })
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler)
  }
}

/**
 * Runs a command in a process group of its own, with its output in a file.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, log: string, env?: Record<string, string | undefined>, timeoutMs?: number, append?: boolean, heldFd?: number, shell?: boolean }} options
 *   `heldFd` is handed on to the child, so that a lock which this descriptor holds lives as long as the child
 * @returns {Promise<{ code: number | null, signal: string | null, timedOut: boolean, error?: Error }>}
 */
export function runLogged(command, args, { cwd, log, env, timeoutMs, append = false, heldFd, shell = false }) {
  mkdirSync(path.dirname(log), { recursive: true })
  const out = openSync(log, append ? 'a' : 'w')
  const stdio = ['ignore', out, out, ...(heldFd === undefined ? [] : [heldFd])]
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, detached: posix, shell })
  closeSync(out)
  running.add(child)
  let timedOut = false
  const timers = []
  if (timeoutMs !== undefined) {
    timers.push(
      setTimeout(() => {
        timedOut = true
        killGroup(child, 'SIGTERM')
        timers.push(setTimeout(() => killGroup(child, 'SIGKILL'), graceMs))
      }, timeoutMs),
    )
  }
  child.ended = new Promise((resolve) => {
    const end = (outcome) => {
      for (const timer of timers) clearTimeout(timer)
      running.delete(child)
      // What the child left behind (a server, a browser) ends with it.
      killGroup(child, 'SIGKILL')
      resolve({ timedOut, ...outcome })
    }
    child.once('error', (error) => end({ code: null, signal: null, error }))
    child.once('exit', (code, signal) => end({ code, signal }))
  })
  return child.ended
}

/** The last lines of a log, for a person who must see what failed. */
export function tail(log, lines = 40) {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
  } catch {
    return ''
  }
}
