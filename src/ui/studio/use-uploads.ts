import { useCallback, useEffect, useReducer, useRef } from 'react'
import { newId } from '../../lib/ids.ts'
import { type Sending, type ServedMedia, sendFile } from './send-file.ts'
import { uploadsReducer } from './upload-state.ts'

/** Where files go: a POST with one multipart field `file`, answered by `{ media }`; `GET …/:id` tells how far a video is. */
export const uploadPath = '/v1/media'

export interface UploadOptions {
  /** Called once for every file that arrived, in the order of arrival. */
  onArrived: (media: ServedMedia, file: File, uploadId: string) => void
  path?: string
  /** Files sent at the same time; the others wait. */
  atOnce?: number
}

/**
 * Uploads files and follows the server's work on them.
 * The files stay in memory until they arrived or were dismissed, so that a retry needs no second choice of file.
 */
export function useUploads({ onArrived, path = uploadPath, atOnce = 2 }: UploadOptions) {
  const [uploads, dispatch] = useReducer(uploadsReducer, [])
  const files = useRef(new Map<string, File>())
  const requests = useRef(new Map<string, Sending>())
  const arrived = useRef(onArrived)
  arrived.current = onArrived

  useEffect(() => {
    const free = atOnce - uploads.filter(({ status }) => status === 'sending' || status === 'processing').length
    for (const { id } of uploads.filter(({ status }) => status === 'waiting').slice(0, Math.max(0, free))) {
      const file = files.current.get(id)
      if (file === undefined || requests.current.has(id)) continue
      const done = (media: ServedMedia) => {
        files.current.delete(id)
        arrived.current(media, file, id)
      }
      requests.current.set(id, sendFile({ path, file, id, dispatch, done, over: () => requests.current.delete(id) }))
    }
  }, [uploads, path, atOnce])

  // A closed editor sends nothing more.
  useEffect(() => {
    const open = requests.current
    return () => {
      for (const request of open.values()) request.abort()
    }
  }, [])

  const pick = useCallback((list: Iterable<File>) => {
    const picked = [...list].map((file) => ({ id: newId(), name: file.name, size: file.size, file }))
    for (const { id, file } of picked) files.current.set(id, file)
    dispatch({ type: 'picked', files: picked.map(({ id, name, size }) => ({ id, name, size })) })
  }, [])
  const stop = useCallback((id: string) => {
    requests.current.get(id)?.abort()
    dispatch({ type: 'stopped', id })
  }, [])
  const dismiss = useCallback((id: string) => {
    requests.current.get(id)?.abort()
    files.current.delete(id)
    dispatch({ type: 'dismissed', id })
  }, [])
  const retry = useCallback((id: string) => dispatch({ type: 'retried', id }), [])
  return { uploads, onPickFiles: pick, onStop: stop, onRetry: retry, onDismiss: dismiss }
}
