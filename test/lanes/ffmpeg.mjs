import { spawnSync } from 'node:child_process'
import { canInstallByApt, installByApt } from './apt.mjs'

const starts = (program) => spawnSync(program, ['-version'], { stdio: 'ignore' }).status === 0
const isThere = () => starts('ffmpeg') && starts('ffprobe')

let ready

/**
 * ffmpeg and ffprobe for the tests of videos: those that are there, else Debian's. Asked once. Where there is none, the
 * tests of videos say so themselves and are skipped.
 */
export function readyFfmpeg() {
  ready ??= (async () => {
    if (!isThere() && canInstallByApt()) await installByApt(['ffmpeg'])
  })()
  return ready
}
