/** A step of the setup that failed, with what a person needs to mend it. */
export class SetupError extends Error {
  /**
   * @param {string} message what failed
   * @param {{ log?: string, tail?: string, advice?: string }} [more] the log's file, its end, and what to do
   */
  constructor(message, { log, tail, advice } = {}) {
    super(message)
    this.name = 'SetupError'
    this.log = log
    this.tail = tail
    this.advice = advice
  }
}

/** Prints a failed step: what failed, the end of its log, what to do. */
export function printSetupError(error, out = process.stderr) {
  if (!(error instanceof SetupError)) {
    out.write(`${error?.stack ?? error}\n`)
    return
  }
  const parts = [error.tail && `\n${error.tail}\n`, `✗ ${error.message}.`, error.advice, error.log && `The whole log: ${error.log}`]
  out.write(`${parts.filter(Boolean).join('\n')}\n`)
}
