import { wallOf } from '../../lib/wall-clock.ts'
import { useLocale, useT, zoneName } from '../i18n/index.ts'
import { publishTime } from '../i18n/messages/publish-time.ts'
import { Input, Radio, RadioGroup } from '../primitives/index.ts'

/** How far ahead the time stands when one begins to choose it. */
const AHEAD_MS = 86_400_000

/** The day after at the full hour, by the site's clock: where choosing begins. */
export const firstWall = (now: string, timeZone: string): string => `${wallOf(Date.parse(now) + AHEAD_MS, timeZone).slice(0, 13)}:00`

/** The field for a time of the site's clock, with the zone said beside it. For plain forms (`name`) and controlled ones. */
export function TimeInput({ value, onChange, start }: { value?: string; onChange?: (wall: string) => void; start?: string }) {
  const t = useT(publishTime)
  const { timeZone, now } = useLocale()
  const own = onChange
    ? { value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) }
    : { defaultValue: start }
  return (
    <Input
      {...own}
      type="datetime-local"
      name="at"
      className="num"
      label={t('at')}
      hint={t('zone', { zone: zoneName(timeZone, now) })}
      min={wallOf(Date.parse(now), timeZone)}
    />
  )
}

/** Before the submit: at once, or at a time. `wall` is what the site's clock will show; null for at once. */
export function PublishTime({ wall, onChange }: { wall: string | null; onChange: (wall: string | null) => void }) {
  const t = useT(publishTime)
  const { timeZone, now } = useLocale()
  return (
    <div className="st-checks st-when">
      <RadioGroup legend={<span className="b st-sub">{t('when')}</span>}>
        <Radio name="when" value="once" label={t('atOnce')} checked={wall === null} onChange={() => onChange(null)} />
        <Radio
          name="when"
          value="later"
          label={t('later')}
          checked={wall !== null}
          onChange={() => onChange(wall ?? firstWall(now, timeZone))}
        />
      </RadioGroup>
      {wall === null ? null : <TimeInput value={wall} onChange={onChange} />}
    </div>
  )
}
