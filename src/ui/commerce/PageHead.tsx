import type { ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { IconLink } from '../primitives/index.ts'

/** The heading of a page of buying: the way back, the title, one thing at its right. `plain` draws the title as text, for pages whose heading comes later. */
export function PageHead({ title, back, plain, children }: { title: ReactNode; back: string; plain?: boolean; children?: ReactNode }) {
  const t = useT(common)
  return (
    <div className="phead">
      <IconLink to={back} icon="back" iconSize={24} label={t('back')} />
      {plain ? <p className="b t15 num grow">{title}</p> : <h1 className="b t17 grow">{title}</h1>}
      {children}
    </div>
  )
}
