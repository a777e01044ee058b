import { useState } from 'react'
import { EditorFrame } from './EditorFrame.tsx'
import type { EditorProps } from './editor-props.ts'
import { pendingOf, requirementsOf } from './readiness.ts'
import { SidePane } from './SidePane.tsx'
import { TextPane } from './TextPane.tsx'
import { useBodyCaret } from './use-body-caret.ts'
import { VideoPane } from './VideoPane.tsx'

/** Writes a video note: one video with products at their seconds, a cover, captions, words, label, submit. */
export function VideoEditor(props: EditorProps) {
  const { value, dispatch, upload, limits } = props
  const [selected, setSelected] = useState<string | null>(null)
  const caret = useBodyCaret(value.body, dispatch)
  const requirements = requirementsOf(value, pendingOf(upload.uploads), limits)
  return (
    <EditorFrame {...props} requirements={requirements}>
      <VideoPane {...props} selected={selected} onSelect={setSelected} />
      <TextPane {...props} caret={caret} />
      <SidePane {...props} requirements={requirements} />
    </EditorFrame>
  )
}
