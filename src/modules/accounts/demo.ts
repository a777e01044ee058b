/** What decides whether demo accounts may exist and be used. */
export interface DemoConditions {
  DEMO: boolean
  PUBLIC_URL?: string | undefined
  database: 'sqlite' | 'mongodb'
  loopback: boolean
}

/** Demo accounts are for one person at this machine: on the embedded database, on a loopback address, with no public one. */
export const demoAllowed = ({ DEMO, PUBLIC_URL, database, loopback }: DemoConditions): boolean =>
  DEMO && PUBLIC_URL === undefined && database === 'sqlite' && loopback
