/** A name for whoever wants the write lock, worked out only when somebody has to be told. */
export type Label = { toString(): string }

const payloadOperation = /\/payload\/(?:dist|src)\/(?:collections|globals|auth|queues|config|query-presets)\/(?:\S*\/)?(\w+)\.[jt]s/
const notTheCaller = /node_modules|node:|[\\/]src[\\/]database[\\/]/

/**
 * Remembers where a transaction or a write came from. Capturing a stack costs microseconds;
 * formatting it is left to `toString`, which only error messages call.
 */
export class Caller implements Label {
  readonly #what: string
  readonly #trace: { stack?: string } = {}

  constructor(what: string) {
    this.#what = what
    const limit = Error.stackTraceLimit
    Error.stackTraceLimit = 25
    Error.captureStackTrace(this.#trace, Caller)
    Error.stackTraceLimit = limit
  }

  toString(): string {
    const frames = (this.#trace.stack ?? '').split('\n').slice(1)
    const operation = frames.map((frame) => payloadOperation.exec(frame)?.[1]).find(Boolean)
    const site = frames
      .find((frame) => !notTheCaller.test(frame))
      ?.trim()
      .replace(/^at /, '')
    return [this.#what, operation && `by payload ${operation}`, site && `from ${site}`].filter(Boolean).join(' ')
  }
}
