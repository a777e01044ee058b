import type { ReactNode } from 'react'
import { useLocale } from '../i18n/index.ts'

/** Words of a sample in the pane's language. The workbench's own labels are English: only developers read them. */
export function useSay(): (zh: string, en: string) => string {
  const { locale } = useLocale()
  return (zh, en) => (locale === 'zh' ? zh : en)
}

/** One component in one state, with the name of the state. */
export function State({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'wb-state is-wide' : 'wb-state'}>
      <div className="wb-name" lang="en">
        {name}
      </div>
      <div className="wb-show">{children}</div>
    </div>
  )
}
