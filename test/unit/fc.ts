import fc from 'fast-check'

/** How often each property runs; the long form sets `FC_RUNS`. */
export const numRuns = Number(process.env.FC_RUNS ?? 1000)

fc.configureGlobal({ numRuns })

export { fc }
