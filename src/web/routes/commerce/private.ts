import { data } from 'react-router'

/** What one person sees stays with that person: no cache keeps it, the browser's own neither. */
export const privateHeaders = (): Record<string, string> => ({ 'Cache-Control': 'private, no-store' })

/** Data of a personal page, with its headers. */
export const privately = <T>(value: T, status = 200) => data(value, { status, headers: privateHeaders() })
