import type { Stage } from './stage.ts'
import { campMorning, firstSnow, tent } from './stages-camp.ts'
import { bathCandle, deskNight, lampEvening } from './stages-evening.ts'
import { nightNoodles, potSimmer, pourOver, rainTea } from './stages-table.ts'
import { busStop, trainRide } from './stages-way.ts'

/** By the clip's name: sets its stage for so many seconds. */
export const stages: Record<string, (seconds: number) => Promise<Stage>> = {
  tent,
  'pour-over': pourOver,
  'camp-morning': campMorning,
  'first-snow': firstSnow,
  'rain-tea': rainTea,
  'pot-simmer': potSimmer,
  'night-noodles': nightNoodles,
  'lamp-evening': lampEvening,
  'train-ride': trainRide,
  'bath-candle': bathCandle,
  'desk-night': deskNight,
  'bus-stop': busStop,
}
