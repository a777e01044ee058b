import type { ReactNode } from 'react'
import { localeName, useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { Picture, Tag } from '../primitives/index.ts'
import type { MediaView } from '../view/media.ts'
import { diffList, diffText, type ListChange } from './diff.ts'
import { ProductLine } from './ProductRows.tsx'
import type { PieceVersion, ReviewProduct } from './view.ts'

/** Field by field, what an edit changes of the version that is public. Fields that stay are not shown. */
export function DiffView({ before, after }: { before: PieceVersion; after: PieceVersion }) {
  const t = useT(desk)
  const label = (piece: PieceVersion) =>
    [...piece.label.map((part) => t(`part_${part}`)), ...(piece.ai ? [t('ai')] : piece.aiDenial ? [t('aiMaybe')] : [])].join(' · ') ||
    t('labelNone')
  const fields = [
    textField(t('fieldTitle'), before.title, after.title),
    textField(t('fieldLabel'), label(before), label(after)),
    textField(t('fieldLanguage'), localeName[before.language], localeName[after.language]),
    textField(t('fieldBody'), before.body, after.body),
    textField(t('captions'), before.captions ?? '', after.captions ?? ''),
    listField(
      t('fieldProducts'),
      productChanges(before.products, after.products),
      (product) => <ProductChange product={product} />,
      ({ number, title }) => `${number} ${title}`,
    ),
    listField(
      t('fieldPictures'),
      mediaChanges(before.pictures, after.pictures),
      (media) => <MediaChange media={media} />,
      ({ id }) => id,
    ),
    listField(
      t('fieldVideo'),
      mediaChanges(one(before.video), one(after.video)),
      (media) => <MediaChange media={media} />,
      ({ id }) => id,
    ),
  ].filter((field) => field !== null)
  return (
    <section aria-label={t('diffTitle')} className="dk-diff">
      <h1 className="h2">{t('diffTitle')}</h1>
      {fields.length === 0 ? <p className="c2">{t('diffNone')}</p> : fields}
    </section>
  )
}

const one = (media: MediaView | null): MediaView[] => (media === null ? [] : [media])

const mediaChanges = (before: MediaView[], after: MediaView[]) =>
  diffList(
    before,
    after,
    ({ id }) => id,
    (a, b) => a.alt === b.alt,
  )

/** Products by what they are and where they stand; the number alone may change. */
function productChanges(before: ReviewProduct[], after: ReviewProduct[]): ListChange<ReviewProduct>[] {
  const facts = ({ number, kind, pictureIndex, x, y, from, to }: ReviewProduct) =>
    JSON.stringify([number, kind, pictureIndex, x, y, from, to])
  const keyed = (list: ReviewProduct[]) => {
    const seen = new Map<string, number>()
    return new Map(
      list.map((product) => {
        const times = (seen.get(product.href) ?? 0) + 1
        seen.set(product.href, times)
        return [product, `${product.href} ${times}`]
      }),
    )
  }
  const keys = new Map([...keyed(before), ...keyed(after)])
  return diffList(
    before,
    after,
    (product) => keys.get(product) ?? '',
    (a, b) => facts(a) === facts(b),
  )
}

function textField(name: string, before: string, after: string): ReactNode {
  if (before === after) return null
  return (
    <section key={name} className="dk-field">
      <h2 className="lbl">{name}</h2>
      <p className="dk-changes">
        {diffText(before, after).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison never move
          <DiffRun key={index} kind={part.kind} text={part.text} />
        ))}
      </p>
    </section>
  )
}

function DiffRun({ kind, text }: { kind: 'same' | 'added' | 'removed'; text: string }) {
  if (kind === 'same') return text
  return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>
}

function listField<T>(name: string, changes: ListChange<T>[], view: (item: T) => ReactNode, key: (item: T) => string): ReactNode {
  const changed = changes.filter(({ kind }) => kind !== 'kept')
  if (changed.length === 0) return null
  return (
    <section key={name} className="dk-field">
      <h2 className="lbl">{name}</h2>
      <ul className="stack gap2">
        {changed.map((change) => (
          <li key={`${change.kind} ${key(change.item)}`} className={`dk-change is-${change.kind}`}>
            <ChangeTag kind={change.kind} />
            <div className="grow">
              {change.kind === 'changed' ? <del className="dk-was">{view(change.was)}</del> : null}
              {view(change.item)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ChangeTag({ kind }: { kind: ListChange<unknown>['kind'] }) {
  const t = useT(desk)
  const tones = { added: 'good', removed: 'bad', changed: 'honey', kept: 'neutral' } as const
  return <Tag tone={tones[kind]}>{t(kind)}</Tag>
}

function ProductChange({ product }: { product: ReviewProduct }) {
  return (
    <span className="dk-product-change">
      <b className="t13">
        {product.number} · {product.title}
      </b>
      <ProductLine product={product} />
    </span>
  )
}

function MediaChange({ media }: { media: MediaView }) {
  return (
    <span className="row">
      <Picture media={media} sizes="72px" ratio="1/1" decorative className="dk-thumb dk-thumb-72" />
      <span className="t13">{media.alt}</span>
    </span>
  )
}
