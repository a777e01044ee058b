import * as migration_20261125_194401_initial from './20261125_194401_initial.ts'
import * as migration_20261125_220725_social from './20261125_220725_social.ts'

export const migrations = [
  {
    up: migration_20261125_194401_initial.up,
    down: migration_20261125_194401_initial.down,
    name: '20261125_194401_initial',
  },
  {
    up: migration_20261125_220725_social.up,
    down: migration_20261125_220725_social.down,
    name: '20261125_220725_social'
  },
];
