import { Link } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import type { CreatorHit } from '../view/lists.ts'
import { creatorPath } from '../view/piece.ts'
import { FollowButton } from './FollowButton.tsx'
import { Highlight } from './Highlight.tsx'

/** A creator in a list: face, name, what she writes about, who follows her, and the button to do so. */
export function Person({ creator, note }: { creator: CreatorHit; note?: string }) {
  const t = useT(shop)
  const to = useTo()
  const format = useFormat()
  const followers = t('followersCount', { count: creator.followers, shown: format.count(creator.followers) })
  return (
    <div className="person">
      <Link className="row grow author-link" to={to(creatorPath(creator))} prefetch="intent">
        <Avatar media={creator.avatar} name={creator.name} size={40} />
        <span className="grow">
          <span className="author-name">
            <b>
              <Highlight text={creator.name} parts={creator.nameParts} />
            </b>
            {note ? <span className="tag tag-g">{note}</span> : null}
          </span>
          <span className="t12 c2 author-fact">{[`@${creator.handle}`, ...creator.verticals.slice(0, 1), followers].join(' · ')}</span>
        </span>
      </Link>
      <FollowButton creator={creator} size="sm" variant="line" />
    </div>
  )
}
