/** From when until when terms by invitation held for a creator; `until` null while they do (ATT-14). */
export interface DealTime<Terms> {
  terms: Terms
  from: Date
  until: Date | null
}

/** A stay in a programme by invitation. */
export type Stay = Pick<DealTime<never>, 'from' | 'until'>

/** Whether it held, once all had come for which `reached` says so. */
export const inForce = ({ from, until }: Stay, reached: (moment: Date) => boolean): boolean =>
  reached(from) && !(until !== null && reached(until))

/** Stays after a moment from which the terms hold, or do not: the last one is begun or ended, earlier ones stay as they were. */
export function staysAfter(stays: readonly Stay[], holds: boolean, at: Date): Stay[] {
  const last = stays.at(-1)
  const isOpen = last !== undefined && last.until === null
  if (holds === isOpen) return [...stays]
  return holds ? [...stays, { from: at, until: null }] : [...stays.slice(0, -1), { from: last!.from, until: at }]
}
