import { fail, ok, type Result } from './result.ts'

/** A state machine as data: for each state, the events it answers and the state each leads to. */
export type TransitionTable<S extends string, E extends string> = Readonly<Record<S, Readonly<Partial<Record<E, S>>>>>

/** What is wrong with a table: targets that are no states, states that the initial one never reaches. Empty when all is well. */
export function validateTable<S extends string, E extends string>(table: TransitionTable<S, E>, initial: S): string[] {
  const states = new Set<string>(Object.keys(table))
  if (!states.has(initial)) return [`the initial state ${initial} is not in the table`]
  const faults: string[] = []
  const reached = new Set<string>([initial])
  for (const state of reached) {
    for (const [event, target] of Object.entries<string>(stepsFrom(table, state))) {
      if (states.has(target)) reached.add(target)
      else faults.push(`${state} --${event}--> ${target} leads to an unknown state`)
    }
  }
  for (const state of states) if (!reached.has(state)) faults.push(`${state} is never reached from ${initial}`)
  return faults
}

/** Takes a table as it is and throws at load, which is at boot, when it has a fault. */
export function defineTransitions<S extends string, E extends string>(
  name: string,
  initial: NoInfer<S>,
  table: TransitionTable<S, E>,
): TransitionTable<S, E> {
  const faults = validateTable(table, initial)
  if (faults.length > 0) throw new Error(`Transitions of ${name}: ${faults.join('; ')}`)
  return table
}

/** The state after an event, or a failure with code `state` that names what the state does answer. */
export function next<S extends string, E extends string>(table: TransitionTable<S, E>, state: S, event: E): Result<S> {
  const target = stepsFrom(table, state)[event] as S | undefined
  if (target !== undefined) return ok(target)
  const known = eventsFrom(table, state)
  const expected = known.length > 0 ? `one of ${known.join(', ')}` : 'nothing more'
  return fail('state', `In state ${state} expected ${expected}, got ${event}`, { details: { state, event } })
}

/** Whether a state answers an event. */
export const canMove = <S extends string, E extends string>(table: TransitionTable<S, E>, state: S, event: E): boolean =>
  next(table, state, event).ok

/** The events that a state answers, in the table's order: what a screen may offer. */
export const eventsFrom = <S extends string, E extends string>(table: TransitionTable<S, E>, state: S): E[] =>
  Object.keys(stepsFrom(table, state)) as E[]

// Own properties only: a state or event named like a member of Object.prototype must not be found.
function stepsFrom(table: Readonly<Record<string, object>>, state: string): Record<string, string> {
  return { __proto__: null, ...(Object.hasOwn(table, state) ? table[state] : {}) } as unknown as Record<string, string>
}
