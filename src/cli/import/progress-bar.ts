/** A bar where the output is a terminal, a line about every second elsewhere; nothing for work under a second. */
export function progressBar(label: string, out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stdout) {
  const began = performance.now()
  let shownAt = began
  let drawn = false
  return {
    show(done: number, total: number, what = ''): void {
      const now = performance.now()
      const pause = out.isTTY ? 80 : 1000
      if (now - began < 1000 || (now - shownAt < pause && done < total)) return
      shownAt = now
      drawn = true
      const full = total === 0 ? 24 : Math.round((done / total) * 24)
      const bar = `${'█'.repeat(full)}${'░'.repeat(24 - full)}`
      if (out.isTTY) out.write(`\r\x1b[K${label} ${bar} ${done}/${total} ${[...what].slice(0, 40).join('')}`)
      else out.write(`${label} ${done}/${total} (${Math.round((now - began) / 1000)} s)\n`)
    },
    end(): void {
      if (out.isTTY && drawn) out.write('\r\x1b[K')
    },
  }
}
