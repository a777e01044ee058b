import * as migration_20261125_191819_initial from './20261125_191819_initial.ts'

export const migrations = [
  {
    up: migration_20261125_191819_initial.up,
    down: migration_20261125_191819_initial.down,
    name: '20261125_191819_initial'
  },
];
