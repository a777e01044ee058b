import { createContext } from 'react-router'
import type { Ctx } from '../context.ts'
import type { Visit } from '../lib/visit.ts'

/** Set by the server for every request; a loader or action reads it with `context.get(appContext)`. */
export const appContext = createContext<Ctx>()
export const visitContext = createContext<Visit>()
