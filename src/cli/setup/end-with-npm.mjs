const everyMs = 500

/**
 * Ends this process, as TERM would, when the shell that npm runs it in is gone.
 *
 * npm passes TERM on to that shell only, and the shell dies of it without telling us: whoever stops `npm start`
 * by its pid would leave a server behind that holds the port and the database. A no-op without npm, and on Windows.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, everyMs)
  timer.unref()
}
