import { useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { Button, Callout, TextArea } from '../primitives/index.ts'
import type { EditorProps } from './editor-props.ts'
import { asksForMachine, machineFiles } from './readiness.ts'

/** Characters that the server takes. */
const reasonMax = 200

/** DIS-5: a file says that AI made it, and the piece does not say so: its author labels it or says why that is wrong. */
export function MachineQuestion({ value, dispatch }: Pick<EditorProps, 'value' | 'dispatch'>) {
  const t = useT(editor)
  const files = machineFiles(value)
  if (value.ai || !asksForMachine(files)) return null
  const numbers = files.pictures.join(t('listComma'))
  return (
    <Callout tone="honey" live>
      <div className="stack gap2">
        {files.pictures.length === 0 ? null : <p>{t('machinePictures', { count: files.pictures.length, numbers })}</p>}
        {files.video ? <p>{t('machineVideo')}</p> : null}
        <Button type="button" size="sm" variant="line" onClick={() => dispatch({ type: 'ai', ai: true })}>
          {t('machineYes')}
        </Button>
        <TextArea
          label={t('machineNo')}
          hint={t('machineNoHint')}
          rows={2}
          maxLength={reasonMax}
          value={value.aiDenial}
          onChange={(event) => dispatch({ type: 'ai-denial', aiDenial: event.target.value })}
        />
      </div>
    </Callout>
  )
}
