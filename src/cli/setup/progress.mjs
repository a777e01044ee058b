const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const plainEveryMs = 15_000

const seconds = (from) => `${Math.round((performance.now() - from) / 1000)} s`

/**
 * Runs one step and shows that it goes on: nothing for the first second, then a spinner with the seconds
 * (or plain lines where the output is no terminal), and how long it took.
 * @template T
 * @param {string} label such as `Installing packages`
 * @param {() => Promise<T>} work
 * @param {{ out?: { isTTY?: boolean, write(text: string): unknown } }} [options]
 * @returns {Promise<T>} what the work returns; it throws what the work throws
 */
export async function step(label, work, { out = process.stdout } = {}) {
  const from = performance.now()
  const stop = out.isTTY ? spin(label, from, out) : tell(label, from, out)
  try {
    const value = await work()
    stop(true)
    return value
  } catch (error) {
    stop(false)
    throw error
  }
}

function spin(label, from, out) {
  let frame = 0
  let shown = false
  const timer = setInterval(() => {
    if (performance.now() - from < 1000) return
    shown = true
    out.write(`\r\x1b[K${frames[frame++ % frames.length]} ${label} … ${seconds(from)}`)
  }, 100)
  return (ok) => {
    clearInterval(timer)
    if (shown || !ok) out.write(`\r\x1b[K${ok ? '✓' : '✗'} ${label} (${seconds(from)})\n`)
  }
}

function tell(label, from, out) {
  let shown = false
  let timer = setTimeout(function again() {
    out.write(shown ? `${label} … ${seconds(from)}\n` : `${label} …\n`)
    shown = true
    timer = setTimeout(again, plainEveryMs)
  }, 1000)
  return (ok) => {
    clearTimeout(timer)
    if (shown || !ok) out.write(`${label}: ${ok ? 'done' : 'failed'} after ${seconds(from)}\n`)
  }
}
