import { useT } from '../i18n/index.ts'
import { sharing } from '../i18n/messages/sharing.ts'
import { LinkButton } from '../primitives/Button.tsx'
import { Shell } from '../shell/Shell.tsx'
import { ShareBody } from './ShareBody.tsx'

/** `/:locale/share?path=`: the share sheet as a page, for those without script. */
export function Share({ path, origin }: { path: string; origin: string }) {
  const ts = useT(sharing)
  return (
    <Shell section="none">
      <main id="main" className="page narrow sharepage">
        <h1 className="display t24">{ts('shareTitle')}</h1>
        <p className="c2">{ts('shareText')}</p>
        <ShareBody path={path} origin={origin} />
        <LinkButton to={path} variant="line" icon="back">
          {ts('shareBack')}
        </LinkButton>
      </main>
    </Shell>
  )
}
