import { derivedId } from '../../lib/derived-id.ts'

export const BOARD_TITLE_MAX = 40

/** Boards of one account, and things on one board: more are no shelf but a store of data. */
export const BOARDS_MAX = 100
export const ITEMS_MAX = 1_000

/** What a board holds (S-32): pieces of either kind and products. */
export const boardTargets = ['posts', 'video-notes', 'products'] as const
export type BoardTargetKind = (typeof boardTargets)[number]

export const visibilities = ['private', 'public'] as const
export type Visibility = (typeof visibilities)[number]

/** The board that is made at the first collecting. Its id follows from the account, so that two first taps make one board. */
export const defaultBoardId = (userId: string): string => derivedId(`default board of ${userId}`)

export const defaultBoardTitle = { zh: '我的收藏', en: 'Saved' } as const

/** The one text that makes a thing on a board unique. */
export const itemKey = (board: string, kind: BoardTargetKind, target: string): string => `${board}:${kind}:${target}`

/** Name of the counter of people who collected something, whatever the board. */
export const collectsCounter = (target: string): string => `collects:${target}`
