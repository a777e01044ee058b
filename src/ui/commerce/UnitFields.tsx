import { Input } from '../primitives/index.ts'
import type { UnitsView } from './after-sales-view.ts'
import { refundFields } from './fields.ts'

interface Props {
  lines: UnitsView[]
  /** What the field of a line is called. */
  label: (title: string) => string
  hint: (max: number) => string
  /** What was typed; else `all` says whether it begins with all that is left. */
  values: Readonly<Record<string, string>>
  all?: boolean
}

/** How many units of each line: plain number fields, so that the form works before its script. */
export function UnitFields({ lines, label, hint, values, all = false }: Props) {
  return (
    <ul className="stack">
      {lines.map(({ id, title, options, max }) => {
        const name = refundFields.quantity(id)
        return (
          <li key={id} className="rline is-two">
            <div>
              <b className="clamp2">{title}</b>
              {options ? <span className="t12 c2 blk">{options}</span> : null}
            </div>
            <Input
              label={label(title)}
              labelHidden
              hint={hint(max)}
              type="number"
              inputMode="numeric"
              className="num"
              name={name}
              min={0}
              max={max}
              step={1}
              defaultValue={values[name] ?? (all ? String(max) : lines.length === 1 ? '1' : '0')}
            />
          </li>
        )
      })}
    </ul>
  )
}
