import type { MediaView } from '../view/media.ts'

/** One file on its way. `sent` counts bytes that left; after the last one the server still works: that is `processing`, not 100 %. */
export interface Upload {
  id: string
  name: string
  /** Bytes. */
  size: number
  sent: number
  status: 'waiting' | 'sending' | 'processing' | 'done' | 'failed' | 'stopped'
  media: MediaView | null
  error: UploadError | null
  /** Whole per cent of the server's work on it, while it tells. */
  percent?: number | null
}

/** Why a file did not arrive. `detail` is the server's own sentence when it gave one. */
export interface UploadError {
  code: 'network' | 'too_large' | 'unsupported_type' | 'unauthenticated' | 'too_many' | 'refused' | 'server'
  detail: string | null
}

export type UploadAction =
  | { type: 'picked'; files: { id: string; name: string; size: number }[] }
  | { type: 'started'; id: string }
  | { type: 'progressed'; id: string; sent: number }
  | { type: 'sent'; id: string }
  | { type: 'worked'; id: string; percent: number | null }
  | { type: 'arrived'; id: string; media: MediaView }
  | { type: 'failed'; id: string; error: UploadError }
  | { type: 'stopped'; id: string }
  | { type: 'retried'; id: string }
  | { type: 'dismissed'; id: string }

/** The uploads after one event. Events of uploads that are over or gone change nothing, since a late answer may still come. */
export function uploadsReducer(uploads: Upload[], action: UploadAction): Upload[] {
  switch (action.type) {
    case 'picked':
      return [...uploads, ...action.files.map((file): Upload => ({ ...file, sent: 0, status: 'waiting', media: null, error: null }))]
    case 'started':
      return amend(uploads, action.id, ['waiting'], { status: 'sending' })
    case 'progressed':
      return uploads.map((one) =>
        one.id === action.id && one.status === 'sending' ? { ...one, sent: Math.max(one.sent, Math.min(action.sent, one.size)) } : one,
      )
    case 'sent':
      return uploads.map((one) =>
        one.id === action.id && one.status === 'sending' ? { ...one, sent: one.size, status: 'processing' } : one,
      )
    case 'worked':
      return uploads.map((one) =>
        one.id === action.id && running(one) ? { ...one, sent: one.size, status: 'processing', percent: action.percent } : one,
      )
    case 'arrived':
      return uploads.map((one) =>
        one.id === action.id && running(one) ? { ...one, sent: one.size, status: 'done', media: action.media, error: null } : one,
      )
    case 'failed':
      return amend(uploads, action.id, ['waiting', 'sending', 'processing'], { status: 'failed', error: action.error })
    case 'stopped':
      return amend(uploads, action.id, ['waiting', 'sending', 'processing'], { status: 'stopped' })
    case 'retried':
      return amend(uploads, action.id, ['failed', 'stopped'], { status: 'waiting', sent: 0, error: null })
    case 'dismissed':
      return uploads.filter((one) => one.id !== action.id)
  }
}

function amend(uploads: Upload[], id: string, from: Upload['status'][], change: Partial<Upload>): Upload[] {
  return uploads.map((one) => (one.id === id && from.includes(one.status) ? { ...one, ...change } : one))
}

/** Whether a file is still under way. */
export const running = ({ status }: Upload): boolean => status === 'waiting' || status === 'sending' || status === 'processing'

/** Whole per cent of the bytes that have left, never 100 before all have. */
export const percentSent = ({ sent, size }: Upload): number =>
  size === 0 ? 0 : Math.min(sent === size ? 100 : 99, Math.floor((sent / size) * 100))

/** What an upload's status code means to a person. */
export function uploadErrorOf(status: number, detail: string | null): UploadError {
  const codes: Record<number, UploadError['code']> = {
    0: 'network',
    401: 'unauthenticated',
    413: 'too_large',
    415: 'unsupported_type',
    429: 'too_many',
  }
  return { code: codes[status] ?? (status >= 500 ? 'server' : 'refused'), detail }
}
