import type { Role } from '../../lib/actor.ts'
import type { common } from '../i18n/messages/common.ts'
import type { IconName } from '../primitives/icons.ts'
import type { Personal } from '../view/personal.tsx'

/** Which part of the site a page belongs to; marks it in the navigation. */
export type Section = 'home' | 'shop' | 'cart' | 'messages' | 'me' | 'studio' | 'desk' | 'sales' | 'none'

export interface NavItem {
  section: Section
  /** Path inside the language. */
  path: string
  text: keyof (typeof common)['zh']
  icon: IconName
}

const staff: readonly Role[] = ['editor', 'admin']
const moneyStaff: readonly Role[] = ['finance', 'admin']

const home: NavItem = { section: 'home', path: '/', text: 'home', icon: 'home' }
const store: NavItem = { section: 'shop', path: '/search?kind=product', text: 'shopNav', icon: 'bag' }
const messages: NavItem = { section: 'messages', path: '/notifications', text: 'messages', icon: 'bell' }
const cart: NavItem = { section: 'cart', path: '/cart', text: 'cart', icon: 'cart' }

const me = (personal: Pick<Personal, 'status'>): NavItem => ({
  section: 'me',
  path: personal.status === 'anonymous' ? '/login' : '/account',
  text: personal.status === 'anonymous' ? 'logIn' : 'me',
  icon: 'user',
})

/** What the rail lists. The studio and the desk appear for those who may enter them; doors check again. */
export function railItems(personal: Pick<Personal, 'status' | 'roles'>): NavItem[] {
  const items = [home, store, cart, messages, me(personal)]
  if (personal.roles.includes('creator')) items.push({ section: 'studio', path: '/studio', text: 'studio', icon: 'chart' })
  if (personal.roles.some((role) => staff.includes(role))) items.push({ section: 'desk', path: '/desk', text: 'desk', icon: 'scales' })
  if (personal.roles.some((role) => moneyStaff.includes(role)))
    items.push({ section: 'sales', path: '/desk/orders', text: 'sales', icon: 'wallet' })
  return items
}

/** The two links left and the two right of "write" in the bottom bar. */
export const barItems = (personal: Pick<Personal, 'status'>): { before: NavItem[]; after: NavItem[] } => ({
  before: [home, store],
  after: [messages, me(personal)],
})
