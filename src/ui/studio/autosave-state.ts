/** Where the writer's words are. Times in milliseconds since 1970. */
export interface AutosaveState {
  status: 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed' | 'conflict'
  /** When the server last confirmed; null before the first time. */
  savedAt: number | null
  /** Version that the next save builds on; the server refuses another one with 409. */
  version: string | null
  /** Tries that failed in a row. */
  failures: number
}

/** What a save answers. A conflict brings the version that somebody else (another tab, another device) stored meanwhile. */
export type SaveAnswer =
  | { kind: 'saved'; id: string; version: string }
  | { kind: 'conflict'; version: string }
  | { kind: 'refused'; message: string }

export type AutosaveEvent =
  | { type: 'changed' }
  | { type: 'saving' }
  /** `current` tells whether what was saved is still what is written. */
  | { type: 'saved'; version: string; at: number; current: boolean }
  /** What is written is again what is stored. */
  | { type: 'reverted' }
  | { type: 'failed' }
  | { type: 'offline' }
  | { type: 'online' }
  | { type: 'conflict' }
  /** The writer chose: keep mine (save over `version`) or take theirs (they are loaded, nothing to save). */
  | { type: 'resolved'; version: string; keep: 'mine' | 'theirs'; at: number }

export const autosaveState = (version: string | null, savedAt: number | null): AutosaveState => ({
  status: 'saved',
  savedAt,
  version,
  failures: 0,
})

/** The state after an event. While a conflict stands nothing else counts: words are never saved over words that nobody has seen. */
export function autosaveReducer(state: AutosaveState, event: AutosaveEvent): AutosaveState {
  if (event.type === 'resolved') {
    const status = event.keep === 'mine' ? 'unsaved' : 'saved'
    return { status, version: event.version, failures: 0, savedAt: event.keep === 'theirs' ? event.at : state.savedAt }
  }
  if (state.status === 'conflict') return state
  switch (event.type) {
    case 'changed':
      return state.status === 'offline' || state.status === 'saving' ? state : { ...state, status: 'unsaved' }
    case 'saving':
      return { ...state, status: 'saving' }
    case 'saved':
      return { status: event.current ? 'saved' : 'unsaved', savedAt: event.at, version: event.version, failures: 0 }
    case 'reverted':
      return state.version === null ? state : { ...state, status: 'saved', failures: 0 }
    case 'failed':
      return { ...state, status: 'failed', failures: state.failures + 1 }
    case 'offline':
      return { ...state, status: 'offline' }
    case 'online':
      return state.status === 'offline' ? { ...state, status: 'unsaved' } : state
    case 'conflict':
      return { ...state, status: 'conflict' }
  }
}

/** Milliseconds to wait before the next try: 2 s, 4 s … at most a minute. */
export const retryDelay = (failures: number): number => Math.min(60_000, 1000 * 2 ** Math.max(1, failures))
