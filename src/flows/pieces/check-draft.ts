import type { PayloadRequest } from 'payload'
import type { Actor } from '../../lib/actor.ts'
import { idOf } from '../../lib/ids.ts'
import { type Failure, fail } from '../../lib/result.ts'
import { isAiSuspect } from '../../modules/media/index.ts'
import { findMediaByIds } from '../../modules/media/store.ts'
import {
  connections,
  type DraftFacts,
  draftFailures,
  type PieceDraft,
  type PieceKind,
  submissionFailures,
} from '../../modules/publishing/index.ts'
import type { PieceContent } from '../../modules/publishing/store/pieces.ts'
import { activeProducts, activeTopics } from '../../modules/publishing/store/products.ts'
import { findState } from '../../modules/publishing/store/states.ts'
import type { Media } from '../../payload-types.ts'
import { refId } from '../media/media-view.ts'

const limits = { alt: 200, aiDenial: 200, captions: 50_000, editNote: 200, topics: 10 }

/**
 * Everything that is wrong with a draft: for a save only what can never be stored (other people's files, products that
 * are not for sale, shapes), for a submission also all that is missing. Empty when it may pass.
 */
export async function draftProblems(
  req: PayloadRequest,
  actor: Actor,
  kind: PieceKind,
  content: PieceContent,
  purpose: 'save' | 'submit',
): Promise<Failure[]> {
  const draft = draftOf(kind, content)
  const media = await mediaOf(req, content)
  const facts: DraftFacts = {
    products: await activeProducts(
      req,
      draft.placements.map(({ product }) => product),
    ),
    videoSeconds: (content.video && media.get(idOf(content.video))?.durationSeconds) || null,
  }
  return [
    ...(purpose === 'save' ? draftFailures(draft, facts) : submissionFailures(draft, facts)),
    ...mediaProblems(actor, content, media, purpose),
    ...(purpose === 'submit' ? machineProblems(content, media) : []),
    ...shapeProblems(content),
    ...(await referenceProblems(req, actor, content)),
  ]
}

/** As the pure rules see it. */
function draftOf(kind: PieceKind, content: PieceContent): PieceDraft {
  return {
    kind,
    title: content.title ?? '',
    body: content.body ?? '',
    pictures: (content.pictures ?? []).map(({ media }) => idOf(media)),
    video: content.video ? idOf(content.video) : null,
    placements: (content.placements ?? []).map((place) => ({ ...place, product: idOf(place.product) })),
  }
}

async function mediaOf(req: PayloadRequest, content: PieceContent): Promise<Map<string, Media>> {
  const ids = [...(content.pictures ?? []).map(({ media }) => media), content.video, content.poster].flatMap((one) => refId(one) ?? [])
  return new Map((await findMediaByIds(req, ids)).map((row) => [row.id, row]))
}

function mediaProblems(actor: Actor, content: PieceContent, media: Map<string, Media>, purpose: 'save' | 'submit'): Failure[] {
  const wanted: [string, string | null, Media['kind']][] = [
    ...(content.pictures ?? []).map(({ media: id }, at): [string, string, 'image'] => [`pictures.${at}.media`, idOf(id), 'image']),
    ['video', refId(content.video), 'video'],
    ['poster', refId(content.poster), 'image'],
  ]
  return wanted.flatMap(([field, id, kind]) => {
    if (id === null) return []
    const row = media.get(id)
    if (!row || refId(row.owner) !== actor.userId || row.kind !== kind)
      return invalid(field, `Expected ${kind === 'image' ? 'a picture' : 'a video'} that you uploaded, got another file or none`)
    if (row.state === 'failed') return invalid(field, 'Expected a file that could be processed; this one could not: upload another')
    if (purpose === 'submit' && row.state !== 'ready') return invalid(field, 'The file is still being processed: submit when it is ready')
    return []
  })
}

/** DIS-5: what a file says of a machine is answered before editors see it, by the label or by a reason. */
function machineProblems({ aiMade, aiDenial, pictures, video }: PieceContent, media: Map<string, Media>): Failure[] {
  const said = [...(pictures ?? []).map(({ media: id }) => idOf(id)), ...(video ? [idOf(video)] : [])].filter((id) =>
    isAiSuspect(media.get(id)?.aiSign),
  )
  if (said.length === 0 || aiMade || aiDenial?.trim()) return []
  return invalid('aiMade', 'A file says that AI made it. Expected the label for it (aiMade), or the reason why that is wrong (aiDenial)')
}

function shapeProblems(content: PieceContent): Failure[] {
  const { aiDenial, captions, editNote, pictures, topics, disclosure } = content
  const captionsBad = captions && (captions.length > limits.captions || !/^\uFEFF?WEBVTT(?=[ \t\r\n]|$)/.test(captions))
  return [
    ...(captionsBad ? invalid('captions', `Expected WebVTT of at most ${limits.captions} characters, which begins with WEBVTT`) : []),
    ...((aiDenial?.length ?? 0) > limits.aiDenial ? invalid('aiDenial', `Expected at most ${limits.aiDenial} characters`) : []),
    ...((editNote?.length ?? 0) > limits.editNote ? invalid('editNote', `Expected at most ${limits.editNote} characters`) : []),
    ...((topics?.length ?? 0) > limits.topics ? invalid('topics', `Expected at most ${limits.topics} topics, got ${topics?.length}`) : []),
    ...(connections.some((known) => known === disclosure) ? [] : invalid('disclosure', `Expected one of ${connections.join(', ')}`)),
    ...(pictures ?? []).flatMap(({ alt }, at) =>
      (alt?.length ?? 0) > limits.alt ? invalid(`pictures.${at}.alt`, `Expected at most ${limits.alt} characters`) : [],
    ),
  ]
}

async function referenceProblems(req: PayloadRequest, actor: Actor, { topics, translationOf }: PieceContent): Promise<Failure[]> {
  const ids = (topics ?? []).map(idOf)
  const known = await activeTopics(req, ids)
  const problems = ids.some((id) => !known.has(id)) ? invalid('topics', 'Expected topics that exist and are in use') : []
  if (!translationOf) return problems
  const original = await findState(req, translationOf)
  if (original && idOf(original.author) === actor.creatorId) return problems
  return [...problems, ...invalid('translationOf', 'Expected a piece of your own')]
}

const invalid = (field: string, message: string): Failure[] => [fail('invalid', message, { field }).failure]
