import type { Ctx } from '../../context.ts'
import { creatorByHandle, houseCreator } from '../../flows/accounts/house-creator.ts'
import { importNotes, type NotesReport } from '../../flows/pieces/import-notes.ts'
import { noteFolder } from './note-folder.ts'
import { progressBar } from './progress-bar.ts'
import { stoppedCode, stopSignal } from './stop-signal.ts'

export interface NoteArguments {
  author?: string | undefined
  language?: string | undefined
  drafts?: boolean | undefined
}

/** Turns a folder of Markdown with pictures into posts in review. Answers the exit code. */
export async function runNotes(ctx: Ctx, folder: string, { author, language, drafts }: NoteArguments): Promise<number> {
  const files = await noteFolder(folder)
  if (files.length === 0) {
    console.error(`There is no Markdown file (.md) in ${folder}`)
    return 1
  }
  const writer = await (author ? creatorByHandle(ctx, author) : houseCreator(ctx, language === 'en' ? 'en' : 'zh'))
  if (!writer.ok) {
    console.error(writer.failure.message)
    return 1
  }
  const bar = progressBar('Importing')
  const report = await importNotes(ctx, writer.value, files, {
    signal: stopSignal(),
    drafts: drafts ?? false,
    ...(language ? { language: language as 'zh' | 'en' } : {}),
    onProgress: ({ done, total, title }) => bar.show(done, total, title),
  })
  bar.end()
  console.log(notesText(report))
  if (report.stopped) return stoppedCode
  const { submitted, draft, known } = report.notes
  return submitted + draft + known > 0 ? 0 : 1
}

const shownProblems = 200

/** The end of an import of notes, for a person at a terminal. */
export function notesText({ total, done, notes, pictures, problems, stopped }: NotesReport): string {
  const lines = [
    `${total} Markdown files`,
    `notes       ${notes.submitted} in review, ${notes.draft} drafts, ${notes.known} known, ${notes['left-out']} left out`,
    `pictures    ${pictures.added} new, ${pictures.missing} not in the folder`,
  ]
  if (problems.length > 0) lines.push('', ...problems.slice(0, shownProblems).map(({ path, reason }) => `  ${path}: ${reason}`))
  if (problems.length > shownProblems) lines.push(`  … and ${problems.length - shownProblems} more`)
  if (stopped) lines.push('', `Stopped after ${done} of ${total} files. The same command goes on from here.`)
  return lines.join('\n')
}
