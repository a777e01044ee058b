/**
 * Named places where a crash test may kill this process. `FAILPOINT=after-commit` dies at the first hit,
 * `FAILPOINT=after-commit:3` at the third. Nothing happens when the variable is not set, and in production
 * it is ignored unless `ALLOW_FAILPOINTS=1` is set too.
 */
type Env = Record<string, string | undefined>

/** Whether faults may be injected at all. */
export const faultsAllowed = (env: Env): boolean => env.NODE_ENV !== 'production' || env.ALLOW_FAILPOINTS === '1'

/** `name` or `name:N`: the place, and at which hit (counted from 1) to die. */
export function parseFailpoint(text: string): { name: string; hit: number } {
  const [, name = text, hit = '1'] = /^(.*?)(?::(\d+))?$/.exec(text) ?? []
  return { name, hit: Math.max(1, Number(hit)) }
}

/** A `failpoint` function for one environment; `die` is called at the wanted hit, and does not return in earnest. */
export function makeFailpoint(env: Env, die: () => void): (name: string) => void {
  if (!env.FAILPOINT || !faultsAllowed(env)) return () => {}
  const wanted = parseFailpoint(env.FAILPOINT)
  let hits = 0
  return (name) => {
    if (name !== wanted.name) return
    hits += 1
    if (hits === wanted.hit) die()
  }
}

/**
 * Dies here by SIGKILL when `FAILPOINT` names this place. Names in use: `before-commit`, `after-commit`,
 * each also with `:<label of the transaction>`, and those of the touch journal and the HTTP answer.
 */
export const failpoint = makeFailpoint(process.env, () => {
  process.kill(process.pid, 'SIGKILL')
})
