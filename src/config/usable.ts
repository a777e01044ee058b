import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { databaseFile } from '../database/sqlite/connection.ts'
import { type Env, UnusableEnvironment } from './env.ts'

/**
 * What only the machine can tell about the settings: whether the folders take files and the named program runs. Makes
 * the folders. Throws `UnusableEnvironment` with one line for each variable, before anything was opened.
 */
export function expectUsable(env: Env): void {
  const problems = [
    folderProblem('DATA_DIR', env.dataDir, 0o700),
    folderProblem('MEDIA_DIR', env.mediaDir, 0o755),
    env.database === 'sqlite' ? folderProblem('DATABASE_URL', path.dirname(databaseFile(env.databaseUrl)), 0o700) : null,
    env.FFMPEG_PATH ? programProblem('FFMPEG_PATH', env.FFMPEG_PATH) : null,
  ].filter((problem) => problem !== null)
  if (problems.length) throw new UnusableEnvironment(`The environment cannot be used:\n  ${problems.join('\n  ')}`)
}

/** Tries a file: permissions alone do not tell of a disk that is full or mounted for reading. */
function folderProblem(name: string, folder: string, mode: number): string | null {
  const probe = path.join(folder, `.probe-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode })
    writeFileSync(probe, 'a file that may be removed\n')
    rmSync(probe)
    return null
  } catch (error) {
    if (existsSync(probe)) rmSync(probe, { force: true })
    const { code } = error as NodeJS.ErrnoException
    return `${name}: no file can be written in ${folder} (${code === 'ENOENT' ? 'it cannot be made' : reasonOf(error)})`
  }
}

function programProblem(name: string, program: string): string | null {
  const { error, status } = spawnSync(program, ['-version'], { stdio: 'ignore', timeout: 10_000 })
  if (status === 0) return null
  return `${name}: ${program} does not run (${error ? reasonOf(error) : `it ended with ${status}`})`
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EROFS: 'mounted for reading only',
  ENOSPC: 'no space is left',
  EDQUOT: 'the quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'there is a file of that name',
  ENOENT: 'there is none',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return reasons[code ?? ''] ?? message
}
