/** What a task does: its input, and the job's id for idempotency. */
export type TaskHandler = (input: Record<string, unknown>, jobId: string) => Promise<void>

const key = Symbol.for('zhongcao.task-handlers')
const everyone = globalThis as { [key]?: Map<string, TaskHandler> }

/** On globalThis: the admin's bundle has its own copy of this module and must find the same handlers. */
everyone[key] ??= new Map()
const handlers = everyone[key]

/** Called once at boot, before the runner starts. */
export function registerHandlers(all: Record<string, TaskHandler>): void {
  for (const [slug, handler] of Object.entries(all)) handlers.set(slug, handler)
}

export function handlerOf(slug: string): TaskHandler {
  const handler = handlers.get(slug)
  if (!handler) throw new Error(`No handler for the task "${slug}": jobs run only inside the server`)
  return handler
}
