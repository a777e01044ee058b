import * as migration_20261125_193239_initial from './20261125_193239_initial.ts'

export const migrations = [
  {
    up: migration_20261125_193239_initial.up,
    down: migration_20261125_193239_initial.down,
    name: '20261125_193239_initial'
  },
];
