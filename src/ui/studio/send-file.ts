import type { MediaView } from '../view/media.ts'
import { type UploadAction, uploadErrorOf } from './upload-state.ts'

/** What the server says of a file: a video is worked on after its bytes have arrived. */
export type ServedMedia = MediaView & {
  state: 'processing' | 'ready' | 'failed'
  failure: string | null
  /** Whole per cent of the server's work; null when it cannot tell. */
  percent: number | null
  /** Media id of a video's cover. */
  posterId?: string
}

/** A file under way, which can be stopped at any time. */
export interface Sending {
  abort(): void
}

interface SendParts {
  path: string
  file: File
  id: string
  dispatch: (action: UploadAction) => void
  /** Called once, with a file that can be shown. */
  done: (media: ServedMedia) => void
  /** Called once when nothing more will happen. */
  over: () => void
}

const pollMs = 1_500

/** Sends one file by XMLHttpRequest, since `fetch` cannot tell how much has left, then asks how far the server is. */
export function sendFile(parts: SendParts): Sending {
  const { path, file, id, dispatch, over } = parts
  const request = new XMLHttpRequest()
  const form = new FormData()
  const control = new AbortController()
  form.append('file', file, file.name)
  request.responseType = 'json'
  // The request's bytes are the file and some hundred bytes of multipart around it: the share that left is what counts.
  request.upload.onprogress = ({ loaded, total }) =>
    dispatch({ type: 'progressed', id, sent: total > 0 ? (loaded / total) * file.size : loaded })
  request.upload.onload = () => dispatch({ type: 'sent', id })
  request.onload = () => {
    const media = mediaOf(request.response)
    if (request.status >= 200 && request.status < 300 && media !== null) return void follow(parts, media, control.signal)
    over()
    dispatch({ type: 'failed', id, error: uploadErrorOf(request.status < 400 ? 500 : request.status, detailOf(request.response)) })
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
  return {
    abort() {
      control.abort()
      request.abort()
      over()
    },
  }
}

/** Asks until the file is ready or cannot be used. A question that gets no answer is asked again: the work goes on without us. */
async function follow({ path, id, dispatch, done, over }: SendParts, first: ServedMedia, signal: AbortSignal): Promise<void> {
  let media = first
  while (media.state === 'processing' && !signal.aborted) {
    dispatch({ type: 'worked', id, percent: media.percent })
    await pause(pollMs, signal)
    media = (await ask(`${path}/${media.id}`, signal)) ?? media
  }
  if (signal.aborted) return
  over()
  if (media.state === 'ready') {
    dispatch({ type: 'arrived', id, media })
    done(media)
  } else dispatch({ type: 'failed', id, error: { code: 'refused', detail: media.failure } })
}

async function ask(url: string, signal: AbortSignal): Promise<ServedMedia | null> {
  try {
    const answer = await fetch(url, { headers: { accept: 'application/json' }, signal })
    return answer.ok ? mediaOf(await answer.json()) : null
  } catch {
    return null
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

function mediaOf(answer: unknown): ServedMedia | null {
  const media = (answer as { media?: ServedMedia } | null)?.media
  return typeof media?.id === 'string' ? media : null
}

function detailOf(answer: unknown): string | null {
  const message = (answer as { errors?: { message?: unknown }[] } | null)?.errors?.[0]?.message
  return typeof message === 'string' ? message : null
}
