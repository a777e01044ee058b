export const migrations: { name: string; up: (args: unknown) => Promise<void>; down: (args: unknown) => Promise<void> }[] = []
