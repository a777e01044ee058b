import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { bytes } from '../../lib/bytes.ts'
import { derivedId } from '../../lib/derived-id.ts'
import { excerpt } from '../../lib/graphemes.ts'
import { otherEncoding } from '../../lib/text-encoding.ts'
import { type MarkdownNote, readMarkdownNote } from '../../modules/markdown/index.ts'
import { draftLimits } from '../../modules/publishing/index.ts'
import { storeUpload } from '../media/store-upload.ts'
import { ownPieceOrBin } from './own-piece.ts'
import { beginPiece } from './save-piece.ts'
import { submitPiece } from './submit-piece.ts'

/** One Markdown file of a folder. */
export interface NoteFile {
  /** Below the folder, with `/`: what makes the note the same one next time. */
  path: string
  /** Its text; null when it is in no encoding that we read. */
  read(): Promise<string | null>
  /** The bytes behind a picture's place as the file writes it; null where there is none in the folder. */
  picture(source: string): Promise<Uint8Array | null>
}

export interface NotesOptions {
  /** Of the texts; without it each text tells. */
  language?: 'zh' | 'en'
  /** Keep a note that cannot be reviewed yet (no picture) as a draft, instead of leaving it out. */
  drafts?: boolean
  /** Stops after the note at hand. */
  signal?: AbortSignal
  onProgress?: (progress: { done: number; total: number; title: string }) => void
}

export type NoteOutcome = 'submitted' | 'draft' | 'known' | 'left-out'

export interface NotesReport {
  total: number
  done: number
  notes: Record<NoteOutcome, number>
  pictures: { added: number; missing: number }
  /** In the order of the files. */
  problems: { path: string; reason: string }[]
  stopped: boolean
}

/**
 * Turns Markdown files with pictures into posts of one creator that wait for review. A file is a note once, by its path:
 * what was taken over before stays as people left it, so stopping and running again goes on where it ended. One that
 * cannot be taken over does not stop the others.
 */
export async function importNotes(ctx: Ctx, author: Actor, files: readonly NoteFile[], options: NotesOptions = {}): Promise<NotesReport> {
  const report: NotesReport = {
    total: files.length,
    done: 0,
    notes: { submitted: 0, draft: 0, known: 0, 'left-out': 0 },
    pictures: { added: 0, missing: 0 },
    problems: [],
    stopped: false,
  }
  for (const file of files) {
    if (options.signal?.aborted) {
      report.stopped = true
      break
    }
    const { outcome, reason } = await importNote(ctx, author, file, options, report)
    report.notes[outcome] += 1
    if (reason) report.problems.push({ path: file.path, reason })
    report.done += 1
    options.onProgress?.({ done: report.done, total: report.total, title: file.path })
  }
  return report
}

type Outcome = { outcome: NoteOutcome; reason?: string }

async function importNote(ctx: Ctx, author: Actor, file: NoteFile, options: NotesOptions, report: NotesReport): Promise<Outcome> {
  const id = derivedId(`note:${author.creatorId}:${file.path}`)
  const there = await ownPieceOrBin(await ctx.req(), author, id)
  if (there.ok) return goOn(ctx, author, there.value, options)
  const text = await file.read()
  if (text === null) return { outcome: 'left-out', reason: otherEncoding }
  const note = readMarkdownNote(text, nameOf(file.path))
  const { pictures, troubles } = await gatherPictures(ctx, author, file, note, report.pictures)
  if (pictures.length === 0 && !options.drafts)
    return { outcome: 'left-out', reason: note.pictures.length === 0 ? 'it has no picture' : troubles.join('; ') }
  const draft = {
    title: titleOf(note),
    body: note.body,
    language: options.language ?? (/\p{Script=Han}/u.test(note.title + note.body) ? ('zh' as const) : ('en' as const)),
    pictures,
  }
  const saved = await beginPiece(ctx, author, id, { kind: 'posts', draft })
  if (!saved.ok) return { outcome: 'left-out', reason: saved.failure.message }
  const sent = await submit(ctx, author, id)
  const reasons = [...(sent.reason ? [sent.reason] : []), ...troubles]
  return reasons.length > 0 ? { ...sent, reason: reasons.join('; ') } : sent
}

/** A note that an interrupted run saved and did not send is sent now; everything else is as people left it. */
async function goOn(
  ctx: Ctx,
  author: Actor,
  { state, deletedAt }: { state: { id: string; state: string; submittedVersion?: string | null }; deletedAt: string | null },
  { drafts }: NotesOptions,
): Promise<Outcome> {
  if (deletedAt !== null || state.state !== 'draft' || state.submittedVersion || drafts) return { outcome: 'known' }
  return submit(ctx, author, state.id)
}

async function submit(ctx: Ctx, author: Actor, id: string): Promise<Outcome> {
  const sent = await submitPiece(ctx, author, { id })
  return sent.ok ? { outcome: 'submitted' } : { outcome: 'draft', reason: `kept as a draft: ${sent.failure.message}` }
}

interface Gathered {
  pictures: { media: string; alt: string }[]
  /** Of each picture that the note does without: what was looked for and what was there. */
  troubles: string[]
}

/** Brings a note's pictures in, each once and at most as many as a piece has. One that cannot be used takes no other with it. */
async function gatherPictures(
  ctx: Ctx,
  author: Actor,
  file: NoteFile,
  note: MarkdownNote,
  count: NotesReport['pictures'],
): Promise<Gathered> {
  const { found, missing } = await findPictures(file, note)
  count.missing += missing.length
  const troubles = missing.length > 0 ? [`expected ${listed(missing)} in the folder, found no such picture`] : []
  const pictures: Gathered['pictures'] = []
  for (const { source, bytes: content, alt } of found.slice(0, draftLimits.pictures)) {
    const made = await storeUpload(ctx, author, { stream: bytes(content) })
    if (made.ok) pictures.push({ media: made.value.media.id, alt })
    else troubles.push(`${source}: ${made.failure.message}`)
  }
  count.added += pictures.length
  const dropped = found.length - draftLimits.pictures
  if (dropped > 0) troubles.push(`${dropped} pictures more than ${draftLimits.pictures} were left out`)
  return { pictures, troubles }
}

type Found = { source: string; bytes: Uint8Array; alt: string }

async function findPictures(file: NoteFile, note: MarkdownNote): Promise<{ found: Found[]; missing: string[] }> {
  const found: Found[] = []
  const missing: string[] = []
  for (const { source, alt } of note.pictures) {
    const content = await file.picture(source)
    if (!content) missing.push(source)
    else if (!found.some(({ bytes }) => Buffer.compare(bytes, content) === 0))
      found.push({ source, bytes: content, alt: excerpt(alt || note.title, 100) })
  }
  return { found, missing }
}

/** The first few names, and how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => excerpt(name, 80))
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ')
}

/** As long as a title may be; the words that do not fit stay in the file. */
const titleOf = ({ title }: MarkdownNote): string => excerpt(title, draftLimits.titleMax)

const nameOf = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.(md|markdown)$/i, '')
