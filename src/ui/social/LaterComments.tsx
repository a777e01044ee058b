import { Later, later } from '../primitives/Later.tsx'
import type { CommentsProps } from './Comments.tsx'

const part = later<CommentsProps>(() => import('./Comments.tsx').then(({ Comments }) => Comments))
if (import.meta.env.SSR) await part.load()

/** The comments under a piece or a product; their code comes when somebody scrolls near them. */
export const LaterComments = (props: CommentsProps) => <Later part={part} props={props} />
