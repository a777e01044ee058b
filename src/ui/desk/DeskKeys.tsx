import { useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { Dialog } from '../primitives/index.ts'

const keys = [
  ['J', 'K', 'keyMove'],
  ['A', null, 'approve'],
  ['C', null, 'request_changes'],
  ['R', null, 'reject'],
  ['T', null, 'take_down'],
  ['O', null, 'restore'],
  ['1', '9', 'keyRule'],
  ['D', null, 'keyCompare'],
  ['⌘ ↵', 'Ctrl ↵', 'keySend'],
  ['U', null, 'keyUndo'],
] as const

/** All keys of the desk. */
export function DeskKeys({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT(desk)
  return (
    <Dialog open={open} onClose={onClose} title={t('keys')}>
      <dl className="kv dk-keys">
        {keys.map(([first, second, text]) => [
          <dt key={`${text} key`} className="row gap1">
            <kbd className="kbd">{first}</kbd>
            {second === null ? null : <kbd className="kbd">{second}</kbd>}
          </dt>,
          <dd key={text}>{t(text)}</dd>,
        ])}
      </dl>
    </Dialog>
  )
}
