const ACTS = 'a[href],button'
const FIELDS = 'textarea,input:not([type=hidden])'

/** What somebody did in the HTML, to be given to the component's: it has the same fields, folds and links in the same order. */
export function taken(before: HTMLElement, held: HTMLElement | null): (after: HTMLElement) => void {
  const all = <E extends HTMLElement>(of: HTMLElement, selector: string) => [...of.querySelectorAll<E>(selector)]
  const values = all<HTMLTextAreaElement>(before, FIELDS).map(({ value, selectionStart, selectionEnd }) => ({
    value,
    selection: [selectionStart, selectionEnd] as const,
  }))
  const folds = all<HTMLDetailsElement>(before, 'details').map(({ open }) => open)
  const focus = all(before, `${FIELDS},${ACTS},summary`).indexOf(document.activeElement as HTMLElement)
  const act = held ? all(before, ACTS).indexOf(held) : -1
  const aim = before.querySelector(':target')?.id
  return (after) => {
    all<HTMLTextAreaElement>(after, FIELDS).forEach((field, at) => {
      const was = values[at]
      if (was?.value) field.value = was.value
    })
    all<HTMLDetailsElement>(after, 'details').forEach((fold, at) => {
      fold.open = folds[at] ?? fold.open
    })
    const focused = all(after, `${FIELDS},${ACTS},summary`)[focus]
    focused?.focus({ preventScroll: true })
    const typed = focused instanceof HTMLTextAreaElement ? values[all(after, FIELDS).indexOf(focused)] : undefined
    if (typed && focused instanceof HTMLTextAreaElement) focused.setSelectionRange(...typed.selection)
    if (aim) after.querySelector(`#${CSS.escape(aim)}`)?.setAttribute('data-aim', '')
    all(after, ACTS)[act]?.click()
  }
}
