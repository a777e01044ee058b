import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'
import { studioPages } from '../i18n/messages/studio-pages.ts'
import { Icon } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { FlowSteps } from './FlowSteps.tsx'

const kinds = [
  { path: '/studio/new/post', icon: workIcons.image, title: 'writePost', text: 'newPostText' },
  { path: '/studio/new/video', icon: workIcons.video, title: 'writeVideo', text: 'newVideoText' },
] as const

/** The choice between the two kinds of content. */
export function NewPiece() {
  const t = useT(studio)
  const tp = useT(studioPages)
  const to = useTo()
  return (
    <div className="page narrow st-page">
      <header>
        <h1 className="display t24">{tp('newTitle')}</h1>
        <p className="c2 st-words">{tp('newText')}</p>
      </header>
      <ul className="st-kinds">
        {kinds.map(({ path, icon, title, text }) => (
          <li key={path}>
            <Link className="panel st-kind" to={to(path)}>
              <Icon name={icon} size={24} />
              <b>{t(title)}</b>
              <span className="t13 c2">{tp(text)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <FlowSteps />
    </div>
  )
}
