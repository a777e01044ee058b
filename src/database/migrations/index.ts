import * as migration_20261125_194401_initial from './20261125_194401_initial.ts'
import * as migration_20261125_221854_social from './20261125_221854_social.ts'
import * as migration_20261126_014517_money from './20261126_014517_money.ts'
import * as migration_20261126_025026_fraud_lists from './20261126_025026_fraud_lists.ts'
import * as migration_20261126_051005_ai_signs from './20261126_051005_ai_signs.ts'
import * as migration_20261126_051248_publish_at from './20261126_051248_publish_at.ts'
import * as migration_20261126_052338_exchanges from './20261126_052338_exchanges.ts'
import * as migration_20261126_112442_exchange_offers from './20261126_112442_exchange_offers.ts'
import * as migration_20261126_144829_homes_and_payment_times from './20261126_144829_homes_and_payment_times.ts'
import * as migration_20261126_145951_off_site_holds from './20261126_145951_off_site_holds.ts'
import * as migration_20261126_160020_actors_and_corrections from './20261126_160020_actors_and_corrections.ts'
import * as migration_20261126_162124_payout_day from './20261126_162124_payout_day.ts'
import * as migration_20261126_162808_stays_of_members from './20261126_162808_stays_of_members.ts'

export const migrations = [
  {
    up: migration_20261125_194401_initial.up,
    down: migration_20261125_194401_initial.down,
    name: '20261125_194401_initial',
  },
  {
    up: migration_20261125_221854_social.up,
    down: migration_20261125_221854_social.down,
    name: '20261125_221854_social',
  },
  {
    up: migration_20261126_014517_money.up,
    down: migration_20261126_014517_money.down,
    name: '20261126_014517_money',
  },
  {
    up: migration_20261126_025026_fraud_lists.up,
    down: migration_20261126_025026_fraud_lists.down,
    name: '20261126_025026_fraud_lists',
  },
  {
    up: migration_20261126_051005_ai_signs.up,
    down: migration_20261126_051005_ai_signs.down,
    name: '20261126_051005_ai_signs',
  },
  {
    up: migration_20261126_051248_publish_at.up,
    down: migration_20261126_051248_publish_at.down,
    name: '20261126_051248_publish_at',
  },
  {
    up: migration_20261126_052338_exchanges.up,
    down: migration_20261126_052338_exchanges.down,
    name: '20261126_052338_exchanges',
  },
  {
    up: migration_20261126_112442_exchange_offers.up,
    down: migration_20261126_112442_exchange_offers.down,
    name: '20261126_112442_exchange_offers',
  },
  {
    up: migration_20261126_144829_homes_and_payment_times.up,
    down: migration_20261126_144829_homes_and_payment_times.down,
    name: '20261126_144829_homes_and_payment_times',
  },
  {
    up: migration_20261126_145951_off_site_holds.up,
    down: migration_20261126_145951_off_site_holds.down,
    name: '20261126_145951_off_site_holds',
  },
  {
    up: migration_20261126_160020_actors_and_corrections.up,
    down: migration_20261126_160020_actors_and_corrections.down,
    name: '20261126_160020_actors_and_corrections',
  },
  {
    up: migration_20261126_162124_payout_day.up,
    down: migration_20261126_162124_payout_day.down,
    name: '20261126_162124_payout_day',
  },
  {
    up: migration_20261126_162808_stays_of_members.up,
    down: migration_20261126_162808_stays_of_members.down,
    name: '20261126_162808_stays_of_members'
  },
];
