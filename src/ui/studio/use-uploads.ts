import { useCallback, useEffect, useReducer, useRef } from 'react'
import { newId } from '../../lib/ids.ts'
import type { MediaView } from '../view/media.ts'
import { type UploadAction, uploadErrorOf, uploadsReducer } from './upload-state.ts'

/** Where files go: a POST with one multipart field `file`, answered by `{ media: MediaView }`. */
export const uploadPath = '/v1/media'

export interface UploadOptions {
  /** Called once for every file that arrived, in the order of arrival. */
  onArrived: (media: MediaView, file: File, uploadId: string) => void
  path?: string
  /** Files sent at the same time; the others wait. */
  atOnce?: number
}

/**
 * Uploads by XMLHttpRequest, since `fetch` cannot tell how much has left.
 * The files stay in memory until they arrived or were dismissed, so that a retry needs no second choice of file.
 */
export function useUploads({ onArrived, path = uploadPath, atOnce = 2 }: UploadOptions) {
  const [uploads, dispatch] = useReducer(uploadsReducer, [])
  const files = useRef(new Map<string, File>())
  const requests = useRef(new Map<string, XMLHttpRequest>())
  const arrived = useRef(onArrived)
  arrived.current = onArrived

  useEffect(() => {
    const free = atOnce - uploads.filter(({ status }) => status === 'sending' || status === 'processing').length
    for (const { id } of uploads.filter(({ status }) => status === 'waiting').slice(0, Math.max(0, free))) {
      const file = files.current.get(id)
      if (file === undefined || requests.current.has(id)) continue
      const done = (media: MediaView) => {
        files.current.delete(id)
        arrived.current(media, file, id)
      }
      requests.current.set(
        id,
        send(path, file, id, dispatch, done, () => requests.current.delete(id)),
      )
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

function send(
  path: string,
  file: File,
  id: string,
  dispatch: (action: UploadAction) => void,
  done: (media: MediaView) => void,
  over: () => void,
) {
  const request = new XMLHttpRequest()
  const form = new FormData()
  form.append('file', file, file.name)
  request.responseType = 'json'
  // The request's bytes are the file and some hundred bytes of multipart around it: the share that left is what counts.
  request.upload.onprogress = ({ loaded, total }) =>
    dispatch({ type: 'progressed', id, sent: total > 0 ? (loaded / total) * file.size : loaded })
  request.upload.onload = () => dispatch({ type: 'sent', id })
  request.onload = () => {
    over()
    const media = mediaOf(request.response)
    if (request.status >= 200 && request.status < 300 && media !== null) {
      dispatch({ type: 'arrived', id, media })
      done(media)
    } else dispatch({ type: 'failed', id, error: uploadErrorOf(request.status < 400 ? 500 : request.status, detailOf(request.response)) })
  }
  request.onerror = () => {
    over()
    dispatch({ type: 'failed', id, error: uploadErrorOf(0, null) })
  }
  request.onabort = over
  request.open('POST', path)
  request.setRequestHeader('Accept', 'application/json')
  dispatch({ type: 'started', id })
  request.send(form)
  return request
}

function mediaOf(answer: unknown): MediaView | null {
  const media = (answer as { media?: MediaView } | null)?.media
  return typeof media?.id === 'string' ? media : null
}

function detailOf(answer: unknown): string | null {
  const message = (answer as { errors?: { message?: unknown }[] } | null)?.errors?.[0]?.message
  return typeof message === 'string' ? message : null
}
