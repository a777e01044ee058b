import { createContext } from 'react-router'
import type { Ctx } from '../context.ts'
import { TagCollector } from '../lib/page-tags.ts'
import type { Visit } from '../lib/visit.ts'

/** Set by the server for every request; a loader or action reads it with `context.get(appContext)`. */
export const appContext = createContext<Ctx>()
export const visitContext = createContext<Visit>()

/** What the page shows, for the page cache; loaders of public pages add to it: `context.get(pageTags).add(tag.piece(id))`. */
export const pageTags = createContext<TagCollector>(new TagCollector())

/** `kept`: the page is made for everybody, by the page cache; `own`: for the visitor who asks, with his request. */
export const madeFor = createContext<'kept' | 'own'>('own')

/** Where the HTML of a page for everybody is put: handed on as text, since a body of `Response` costs two streams and two copies of it. */
export const wholePage = createContext<{ html?: string }>()
