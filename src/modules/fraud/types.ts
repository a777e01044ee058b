/** Numbers, codes and hosts that explain a signal. Never personal data. */
export type SignalFacts = Record<string, number | string | null | string[]>

/** What a check found. */
export interface Found {
  /** 0 to 100. */
  points: number
  facts: SignalFacts
}

/** A signal before it is stored. */
export interface Signal<Code extends string = string> extends Found {
  code: Code
}
