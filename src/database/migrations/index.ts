import * as migration_20261125_191232_initial from './20261125_191232_initial';

export const migrations = [
  {
    up: migration_20261125_191232_initial.up,
    down: migration_20261125_191232_initial.down,
    name: '20261125_191232_initial'
  },
];
