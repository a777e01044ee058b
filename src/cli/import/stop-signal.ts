/**
 * The first Ctrl-C (or TERM) asks the work to stop after the item at hand; the second ends the process as usual. Nothing
 * is half-written either way: each item is one transaction.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      console.error('\nStopping after the one at hand; once more ends at once.')
      controller.abort()
    })
  }
  return controller.signal
}

/** What a shell expects of a command that was interrupted. */
export const stoppedCode = 130
