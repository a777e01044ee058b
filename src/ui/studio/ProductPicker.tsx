import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { cx, Icon, Picture } from '../primitives/index.ts'
import type { ProductOption } from './draft.ts'
import type { SearchProducts } from './editor-props.ts'
import { type SearchState, useProductSearch } from './use-product-search.ts'

interface ProductPickerProps {
  search: SearchProducts
  onPick: (product: ProductOption) => void
  onCancel: () => void
  className?: string
}

/** A box to type a product's name into, with what is found below it: arrows choose, Enter takes, Escape leaves. */
export function ProductPicker({ search, onPick, onCancel, className }: ProductPickerProps) {
  const t = useT(editor)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const state = useProductSearch(search, query)
  const products = state.status === 'found' ? state.products.filter((product) => product.state !== 'withdrawn') : []
  const chosen = Math.min(at, Math.max(0, products.length - 1))
  useEffect(() => input.current?.focus({ preventScroll: false }), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      const product = products[chosen]
      if (product !== undefined) onPick(product)
    } else if (step !== 0 && products.length > 0) setAt((chosen + step + products.length) % products.length)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={cx('st-picker', className)} role="dialog" aria-label={t('pickProduct')} onKeyDown={onKeyDown}>
      <div className="row gap1">
        <div className="search grow">
          <Icon name="search" size={16} />
          <input
            ref={input}
            role="combobox"
            aria-expanded={products.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={products.length > 0 ? `${id}-${chosen}` : undefined}
            aria-autocomplete="list"
            aria-label={t('searchProduct')}
            placeholder={t('searchProduct')}
            value={query}
            autoComplete="off"
            onChange={(event) => {
              setQuery(event.target.value)
              setAt(0)
            }}
          />
        </div>
        <button type="button" className="ib" aria-label={t('cancelPick')} onClick={onCancel}>
          <Icon name="close" size={16} />
        </button>
      </div>
      <div className="st-options" id={`${id}-list`} role="listbox" aria-label={t('pickProduct')}>
        {products.map((product, index) => (
          <Option key={product.id} id={`${id}-${index}`} product={product} chosen={index === chosen} onPick={() => onPick(product)} />
        ))}
      </div>
      <PickerNote state={state} query={query} none={products.length === 0} />
    </div>
  )
}

function Option({ id, product, chosen, onPick }: { id: string; product: ProductOption; chosen: boolean; onPick: () => void }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field that owns the list
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    <div id={id} role="option" aria-selected={chosen} onClick={onPick}>
      <ProductThumb product={product} size={36} />
      <span className="grow">
        <b className="t13 clamp1">{product.title}</b>
        <ProductFacts product={product} />
      </span>
      {chosen ? <span className="kbd">↵</span> : null}
    </div>
  )
}

function PickerNote({ state, query, none }: { state: SearchState; query: string; none: boolean }) {
  const t = useT(editor)
  const text = {
    idle: t('searchHelp'),
    searching: t('searching'),
    failed: t('searchFailed'),
    found: !none ? null : query.trim() === '' ? t('searchHelp') : t('noProduct', { query: query.trim() }),
  }[state.status]
  return (
    <p className={cx('t12 st-note', state.status === 'failed' ? 'st-bad' : 'c3')} role="status">
      {text}
    </p>
  )
}

/** A product's picture in a small square. */
export function ProductThumb({ product, size }: { product: ProductOption; size: 36 | 48 }) {
  const style = { width: size, flex: 'none', borderRadius: 8 }
  if (product.picture === null) {
    return (
      <span className="pic st-blank" style={{ ...style, ['--ar' as string]: '1' }}>
        <Icon name="bag" size={16} />
      </span>
    )
  }
  return <Picture media={product.picture} sizes={`${size}px`} ratio="1/1" decorative style={style} />
}

/** Price, commission and stock of a product in one line. */
export function ProductFacts({ product }: { product: ProductOption }) {
  const t = useT(editor)
  const format = useFormat()
  const facts = [
    product.price === null ? null : format.money(product.price, { cents: 'omit-zero' }),
    product.commissionBps === null || product.commissionBps === 0
      ? t(product.codeEarns ? 'earnsByCode' : 'earnsNothing')
      : t('earns', { rate: format.rate(product.commissionBps) }),
    product.state === 'withdrawn' ? t('withdrawn') : product.state === 'sold_out' ? t('soldOut') : null,
    product.state === 'available' && product.stock !== null ? t('inStock', { count: product.stock }) : null,
  ].filter((fact) => fact !== null)
  return <span className="t12 c2 num clamp2">{facts.join(' · ')}</span>
}
