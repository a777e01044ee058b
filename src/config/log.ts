import { type LoggerOptions, stdSerializers } from 'pino'

/**
 * How everything here logs. What a client did wrong is no fault: Payload logs each of its refusals as an error with a
 * stack, here they are a line of debugging. And no personal data: the database driver puts the values of a failed
 * statement into its message.
 */
export const logOptions = (level: string, name: string): LoggerOptions => ({
  level,
  name,
  serializers: { err: errorWithoutValues },
  hooks: {
    logMethod(given, method, level) {
      const status = level >= 50 ? statusOf(given[0]) : undefined
      if (status !== undefined && status >= 400 && status < 500) this.debug({ status }, 'Payload refused a request')
      else method.apply(this, given)
    },
  },
})

const statusOf = (given: unknown): number | undefined => {
  const status = (given as { err?: { status?: unknown } } | null)?.err?.status
  return typeof status === 'number' ? status : undefined
}

const values = /\n?params: [\s\S]*?(?=\n {4}at |$)/g

/** An error as pino writes it, with its causes, without the values of a statement. */
export function errorWithoutValues(error: Error): unknown {
  const { message, stack, type } = stdSerializers.err(error)
  const clean = (text: string | undefined) => text?.replace(values, '\nparams: [not logged]')
  return { type, message: clean(message), stack: clean(stack) }
}
