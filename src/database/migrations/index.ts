import * as migration_20261125_194401_initial from './20261125_194401_initial.ts'

export const migrations = [
  {
    up: migration_20261125_194401_initial.up,
    down: migration_20261125_194401_initial.down,
    name: '20261125_194401_initial'
  },
];
