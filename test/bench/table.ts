/** Prints rows under their heads, the first column to the left, numbers to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => String(row[at] ?? '').length)))
  for (const row of [head, ...rows])
    console.log(row.map((cell, at) => String(cell)[at === 0 ? 'padEnd' : 'padStart'](widths[at] ?? 0)).join('  '))
}
