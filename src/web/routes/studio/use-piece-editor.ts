import { useCallback, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { StudioFacts } from '../../../flows/studio/read-studio.ts'
import { instantOf, wallOf } from '../../../lib/wall-clock.ts'
import { useLocale, useT, useTo } from '../../../ui/i18n/index.ts'
import { publishTime } from '../../../ui/i18n/messages/publish-time.ts'
import { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import type { PieceDraft } from '../../../ui/studio/draft.ts'
import { sameContent, useEditor } from '../../../ui/studio/editor-history.ts'
import type { EditorProps } from '../../../ui/studio/editor-props.ts'
import { timeActionsOf } from '../../../ui/studio/PieceTime.tsx'
import { defaultLimits } from '../../../ui/studio/readiness.ts'
import type { ServedMedia } from '../../../ui/studio/send-file.ts'
import { useAutosave } from '../../../ui/studio/use-autosave.ts'
import { useUploads } from '../../../ui/studio/use-uploads.ts'
import type { StudioPiece } from '../../../ui/studio/view.ts'
import { loadDraft, saveDraft, searchProducts, submitDraft } from './studio-api.ts'
import { useCaptionsFile } from './use-captions-file.ts'
import { usePosterFrame } from './use-poster-frame.ts'

/** What an editor opens with. */
export interface EditorStart {
  draft: PieceDraft
  /** Version that the first save builds on; null for a piece that has never been saved. */
  version: string | null
  /** ISO. */
  savedAt: string | null
  piece: StudioPiece | null
}

/** Everything that an editor's page does besides drawing: saving, uploads, the cover, submitting. */
export function usePieceEditor(start: EditorStart, studio: Pick<StudioFacts, 'buyableIsAd' | 'topics'>): Omit<EditorProps, 'onPreview'> {
  const t = useT(studioPages)
  const to = useTo()
  const { locale, timeZone } = useLocale()
  const tp = useT(publishTime)
  const navigate = useNavigate()
  const { value, dispatch, canUndo, canRedo } = useEditor(start.draft)
  const wished = start.piece?.publishAt ?? null
  const [publishWall, setPublishWall] = useState(wished === null ? null : wallOf(Date.parse(wished), timeZone))
  const [submitting, setSubmitting] = useState(false)
  const [submitError, setSubmitError] = useState<string | null>(null)
  const words = useCallback((key: Parameters<typeof t>[0], params?: Record<string, string>) => t(key, params), [t])

  const autosave = useAutosave<PieceDraft>({
    value,
    save: (draft, base) => saveDraft(draft, base, words),
    base: { id: start.draft.id, version: start.version },
    savedAt: start.savedAt,
    same: sameContent,
    storageKey: `zc-draft-${start.draft.id ?? `new-${value.kind}`}`,
    onSaved: (id) => {
      dispatch({ type: 'settled', id })
      if (start.draft.id === null) stayAt(to(`/studio/pieces/${id}`))
    },
  })
  const onArrived = useCallback(
    (media: ServedMedia) => {
      if (value.kind === 'post') dispatch({ type: 'picture-added', picture: { media, alt: '' } })
      else dispatch({ type: 'video', video: { media, posterSecond: null, captions: null } })
    },
    [dispatch, value.kind],
  )
  // One after the other, so that pictures stand in the order in which they were chosen.
  const upload = useUploads({ onArrived, atOnce: 1 })
  usePosterFrame(value, dispatch)
  const captions = useCaptionsFile(value, dispatch)
  const search = useCallback((query: string, signal: AbortSignal) => searchProducts(query, locale, signal), [locale])

  const submit = async () => {
    // What waits already has its time beside it, and keeps it.
    const timed = timeActionsOf(start.piece).length > 0
    const passed = start.piece?.state === 'approved' || start.piece?.state === 'scheduled'
    const moment = publishWall === null ? null : instantOf(publishWall, timeZone)
    if (publishWall !== null && moment === null) return setSubmitError(tp('need'))
    setSubmitting(true)
    setSubmitError(null)
    // What is submitted is what is stored: nothing goes to the desk while words are only here.
    const stored = await autosave.flush()
    const id = autosave.storedId()
    const refusal =
      !stored || id === null
        ? t('submitOffline')
        : await submitDraft(
            id,
            timed ? undefined : moment === null ? null : new Date(moment).toISOString(),
            words,
            passed ? tp('asPassed') : undefined,
          )
    if (refusal === null) return void navigate(to('/studio/pieces?done=submitted'))
    setSubmitError(refusal)
    setSubmitting(false)
  }
  const takeTheirs = async () => {
    const id = autosave.storedId()
    const theirs = id === null ? null : await loadDraft(id, locale)
    if (theirs === null) return setSubmitError(t('actionFailed'))
    dispatch({ type: 'loaded', draft: theirs })
    autosave.resolve('theirs', theirs)
  }
  return {
    value,
    dispatch,
    canUndo,
    canRedo,
    upload,
    saving: {
      state: autosave.state,
      refusal: autosave.refusal,
      onSaveNow: () => void autosave.flush(),
      onResolve: (keep) => (keep === 'mine' ? autosave.resolve('mine') : void takeTheirs()),
    },
    searchProducts: search,
    limits: { ...defaultLimits, buyableIsAd: studio.buyableIsAd },
    topics: studio.topics.map(({ id, name }) => ({ id, name: name[locale] })),
    piece: start.piece,
    submitting,
    submitError,
    onSubmit: () => void submit(),
    publishWall,
    onPublishWall: setPublishWall,
    closePath: '/studio/pieces',
    ...(value.kind === 'video-note' ? { captions } : {}),
  }
}

/** Gives the open editor its own address after the first save, without opening it anew. The router's own notes stay. */
function stayAt(path: string): void {
  if (window.location.pathname !== path) window.history.replaceState(window.history.state, '', path)
}

/** Uploads and words are lost with the page: the browser asks before it leaves while files are on their way. */
export function useUploadGuard(running: boolean): void {
  useEffect(() => {
    if (!running) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [running])
}
