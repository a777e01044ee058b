import { useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { Button, Callout, Checkbox, Icon, Radio, RadioGroup } from '../primitives/index.ts'
import type { DisclosureDraft } from './draft.ts'
import type { EditorProps } from './editor-props.ts'
import { LabelPreview } from './LabelPreview.tsx'
import { MachineQuestion } from './MachineQuestion.tsx'
import { timeActionsOf } from './PieceTime.tsx'
import { PublishTime } from './PublishTime.tsx'
import { minimumLabel, missingCount, type Requirement } from './readiness.ts'

type SidePaneProps = Pick<
  EditorProps,
  'value' | 'dispatch' | 'limits' | 'piece' | 'submitting' | 'submitError' | 'onSubmit' | 'actions' | 'publishWall' | 'onPublishWall'
> & {
  requirements: Requirement[]
}

/** The label that readers will see, what is missing, and the submit. */
export function SidePane(props: SidePaneProps) {
  const { value, dispatch, limits, piece, submitting, submitError, onSubmit, actions, requirements } = props
  const t = useT(editor)
  const missing = missingCount(requirements)
  const live = piece !== null && piece.publicPath !== null
  return (
    <aside className="st-pane st-side" aria-label={t('before')}>
      <Disclosure value={value} dispatch={dispatch} limits={limits} />
      <h2 className="b st-sub" id="before">
        {t('before')}
      </h2>
      <RequirementList requirements={requirements} />
      {timeActionsOf(piece).length > 0 ? null : <PublishTime wall={props.publishWall} onChange={props.onPublishWall} />}
      <Callout icon="clock">{live ? t('submitStays') : t('submitFirst')}</Callout>
      {submitError === null ? null : (
        <Callout tone="bad" live>
          {submitError}
        </Callout>
      )}
      <Button
        type="button"
        variant="main"
        block
        busy={submitting}
        aria-disabled={missing > 0 || undefined}
        aria-describedby={missing > 0 ? 'why-not' : undefined}
        onClick={() => {
          if (missing === 0) onSubmit()
          else goTo(requirements[0]?.at ?? 'before')
        }}
      >
        {live ? t('submitEdit') : t('submit')}
      </Button>
      {missing === 0 ? null : (
        <p className="t12 c3 st-why" id="why-not">
          {t('submitMissing', { count: missing })}
        </p>
      )}
      {actions}
    </aside>
  )
}

/** Brings the place of a requirement into view, with the focus when it can take it. */
function goTo(id: string): void {
  const element = document.getElementById(id)
  element?.scrollIntoView({ block: 'center' })
  element?.focus({ preventScroll: true })
}

function Disclosure({ value, dispatch, limits }: Pick<EditorProps, 'value' | 'dispatch' | 'limits'>) {
  const t = useT(editor)
  const minimum = minimumLabel(value, limits)
  const own: (keyof DisclosureDraft)[] = ['sample', 'paid', 'relation']
  const declared = own.some((key) => value.disclosure[key])
  const why = minimum.includes('commission')
    ? 'labelCommissionWhy'
    : minimum.length > 0
      ? 'labelAdWhy'
      : declared
        ? 'labelAddedWhy'
        : 'labelNoneWhy'
  return (
    <>
      <h2 className="b st-pane-head">{t('label')}</h2>
      <div className="st-label" role="status">
        <LabelPreview value={value} limits={limits} />
        <p className="t12 c2">{t(why)}</p>
      </div>
      <div className="st-checks">
        <RadioGroup legend={<span className="t13">{t('connection')}</span>}>
          {([null, ...own] as const).map((key) => (
            <Radio
              key={key ?? 'none'}
              name="connection"
              value={key ?? 'none'}
              label={t(key ?? 'connectionNone')}
              checked={key === null ? !declared : value.disclosure[key]}
              onChange={() =>
                dispatch({
                  type: 'disclosure',
                  disclosure: { sample: key === 'sample', paid: key === 'paid', relation: key === 'relation' },
                })
              }
            />
          ))}
        </RadioGroup>
        <div id="ai" className="stack gap2">
          <Checkbox label={t('ai')} checked={value.ai} onChange={(event) => dispatch({ type: 'ai', ai: event.target.checked })} />
          <MachineQuestion value={value} dispatch={dispatch} />
        </div>
      </div>
    </>
  )
}

const icons = { must: 'close', should: 'alert', done: 'check' } as const

/** What is missing, what is advice, what is done; each line leads to its place. */
export function RequirementList({ requirements }: { requirements: Requirement[] }) {
  const t = useT(editor)
  return (
    <ul className="st-req">
      {requirements.map((one) => (
        <li key={`${one.key} ${one.params?.number ?? ''}`} className={`is-${one.level}`}>
          <Icon name={icons[one.level]} size={14} />
          <span className="sr">{t(one.level)}</span>
          {one.level === 'done' ? (
            <RequirementText one={one} />
          ) : (
            <a href={`#${one.at}`}>
              <RequirementText one={one} />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

const texts = {
  title: 'rqTitle',
  titleLong: 'rqTitleLong',
  body: 'rqBody',
  bodyLong: 'rqBodyLong',
  pictures: 'rqPictures',
  video: 'rqVideo',
  uploading: 'rqUploading',
  uploadFailed: 'rqUploadFailed',
  markUnknown: 'rqMarkUnknown',
  withdrawn: 'rqWithdrawn',
  soldOut: 'rqSoldOut',
  placementsMany: 'rqPlacementsMany',
  alt: 'rqAlt',
  unmarked: 'rqUnmarked',
  captions: 'rqCaptions',
  machine: 'rqMachine',
} as const

const doneTexts = { title: 'rqTitleDone', body: 'rqBodyDone', pictures: 'rqPicturesDone', video: 'rqVideoDone' } as const

function RequirementText({ one }: { one: Requirement }) {
  const t = useT(editor)
  const key = one.level === 'done' && one.key in doneTexts ? doneTexts[one.key as keyof typeof doneTexts] : texts[one.key]
  return <span>{t(key, one.params)}</span>
}
