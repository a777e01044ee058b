/**
 * Inline in every public page (about 1 kB): starts the page's script when somebody wants it, and keeps the first taps.
 * Needs no import and leaves nothing behind. Links and forms work without it; buttons wait for it.
 *
 * - intent: a pointer on, a finger on, or focus in a control; something `data-live="visible"` coming near the screen
 * - idle: after `load` the modules are fetched (not run); after a further quiet while the page is started
 * - a tap on a button before that is held, and clicked again once React has taken over; if the script does not arrive,
 *   the tap's form is sent the old way, unless the browser is offline: then the page that is open stays
 */
declare const __IDLE_START_MS__: number

interface Boot {
  /** React has taken over: held taps are given to it. */
  done(): void
}
declare global {
  interface Window {
    boot?: Boot
  }
}

{
  const CONTROL = 'button,input,select,textarea,summary,video,[data-live]'
  const INTENT = ['pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown']
  const GIVE_UP_MS = 10_000
  const quietly = { capture: true, passive: true }
  const source = document.getElementById('boot') as HTMLScriptElement
  const held: HTMLButtonElement[] = []
  let fetching = false
  let started = false

  /** All files at once: each file would else be found only when the one that imports it has come. */
  const fetchAll = (): void => {
    if (fetching) return
    fetching = true
    for (const href of (source.dataset.modules ?? '').split(' ')) {
      const link = document.createElement('link')
      link.rel = 'modulepreload'
      link.href = href
      document.head.append(link)
    }
  }
  const start = (): void => {
    if (started) return
    started = true
    fetchAll()
    const script = document.createElement('script')
    script.type = 'module'
    // A page that could not be kept allows its scripts by a nonce; a kept one, by their hash, has none.
    script.nonce = source.nonce
    script.textContent = source.textContent
    script.onerror = giveUp
    document.head.append(script)
  }
  const wanted = (event: Event): void => {
    if ((event.target as Element).closest?.(CONTROL)) start()
  }
  const hold = (event: Event): void => {
    const button = (event.target as Element).closest?.<HTMLButtonElement>('button')
    if (!button || button.disabled) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!held.includes(button)) held.push(button)
    button.setAttribute('aria-busy', 'true')
    start()
    setTimeout(giveUp, GIVE_UP_MS)
  }
  const release = (again: (button: HTMLButtonElement) => void): void => {
    for (const type of INTENT) document.removeEventListener(type, wanted, quietly)
    document.removeEventListener('click', hold, true)
    for (const button of held.splice(0)) {
      button.removeAttribute('aria-busy')
      again(button)
    }
  }
  const giveUp = (): void =>
    release((button) => {
      if (navigator.onLine && button.type === 'submit' && button.form) button.form.requestSubmit(button)
    })

  for (const type of INTENT) document.addEventListener(type, wanted, quietly)
  document.addEventListener('click', hold, true)
  window.boot = {
    done: () =>
      release((button) => {
        if (button.isConnected) button.click()
      }),
  }

  const seen = new IntersectionObserver(
    (all) => {
      if (!all.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      start()
    },
    { rootMargin: '600px' },
  )
  for (const element of document.querySelectorAll('[data-live=visible]')) seen.observe(element)

  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1))
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  const prefetch = (): void => {
    if (started || connection?.saveData) return
    fetchAll()
    setTimeout(() => idle(start), __IDLE_START_MS__)
  }
  addEventListener('load', () => idle(prefetch))
}

export {}
