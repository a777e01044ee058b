import { useState } from 'react'
import { EditorFrame } from './EditorFrame.tsx'
import type { EditorProps } from './editor-props.ts'
import { PicturesPane } from './PicturesPane.tsx'
import { pendingOf, requirementsOf } from './readiness.ts'
import { SidePane } from './SidePane.tsx'
import { TextPane } from './TextPane.tsx'
import { useBodyCaret } from './use-body-caret.ts'

/** Writes a post: pictures with products on them, text, label, submit. */
export function PostEditor(props: EditorProps) {
  const { value, dispatch, upload, limits } = props
  const [selected, setSelected] = useState<string | null>(null)
  const caret = useBodyCaret(value.body, dispatch)
  const requirements = requirementsOf(value, pendingOf(upload.uploads), limits)
  return (
    <EditorFrame {...props} requirements={requirements}>
      <PicturesPane {...props} selected={selected} onSelect={setSelected} onInsert={caret.insert} />
      <TextPane {...props} caret={caret} />
      <SidePane {...props} requirements={requirements} />
    </EditorFrame>
  )
}
