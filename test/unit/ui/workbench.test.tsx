import { createElement, type FunctionComponent, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { LocaleProvider } from '../../../src/ui/i18n/index.ts'
import { screens, stateSlug } from '../../../src/ui/workbench/screens.tsx'
import { Workbench, workbenchNow } from '../../../src/ui/workbench/Workbench.tsx'

/** Components of the primitives that were rendered, by the name under which they are exported. */
const rendered = vi.hoisted(() => new Set<string>())
const exported = vi.hoisted(() => new Set<string>())

vi.mock(import('../../../src/ui/primitives/index.ts'), async (original) => {
  const real = await original()
  const noting = Object.entries(real).map(([name, value]) => {
    if (typeof value !== 'function' || !/^[A-Z]/.test(name)) return [name, value]
    exported.add(name)
    const noted = (props: object) => {
      rendered.add(name)
      return createElement(value as FunctionComponent, props)
    }
    return [name, noted]
  })
  return Object.fromEntries(noting) as typeof real
})

function html(element: ReactElement, locale: 'zh' | 'en' = 'zh'): string {
  const router = createMemoryRouter([{ path: '*', element }])
  return renderToString(
    <LocaleProvider locale={locale} timeZone="Asia/Shanghai" now={workbenchNow}>
      <RouterProvider router={router} />
    </LocaleProvider>,
  )
}

describe('the workbench', () => {
  it('shows every component that the primitives export, in both themes and both languages', () => {
    const page = html(<Workbench />)
    expect(exported.size).toBeGreaterThan(30)
    expect([...exported].filter((name) => !rendered.has(name))).toEqual([])
    for (const theme of ['light', 'dark']) expect(page.split(`data-theme="${theme}"`).length - 1).toBe(10)
    expect(page).toContain('立即购买')
    expect(page).toContain('Buy now')
  })

  it('names no two elements alike, so that labels point where they say', () => {
    const ids = [...html(<Workbench />).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('gives each state of a screen an address of its own', () => {
    for (const states of Object.values(screens)) {
      const slugs = Object.keys(states).map(stateSlug)
      expect(new Set(slugs).size).toBe(slugs.length)
      for (const slug of slugs) expect(slug).toMatch(/^[a-z][a-z-]*$/)
    }
  })
})

const all = Object.entries(screens).flatMap(([screen, states]) =>
  Object.entries(states).map(([state, element]) => ({ screen, state, element })),
)

describe.each(all)('$screen, $state', ({ element }) => {
  it.each(['zh', 'en'] as const)('can be drawn before any script in %s, with one heading and nothing undefined', (locale) => {
    const page = html(element, locale)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).not.toMatch(/undefined|NaN|\[object Object\]|Invalid Date|\{[a-z]+\}/i)
  })
})
