import { useFormat, useT } from '../i18n/index.ts'
import { social as messages } from '../i18n/messages/social.ts'
import { Icon } from '../primitives/Icon.tsx'
import type { SocialTarget, SocialView } from '../view/social.ts'
import { CollectButton } from './CollectButton.tsx'

/** Collecting and the way to the comments, for an action bar or over a video; beside the like and the share button. */
export function SocialActs({ target, social }: { target: SocialTarget; social: SocialView | undefined }) {
  const t = useT(messages)
  const format = useFormat()
  if (!social) return null
  const { count } = social.comments
  return (
    <>
      <CollectButton target={target} count={social.collects} />
      <a className="act" href="#comments" aria-label={count > 0 ? t('commentsCount', { count }) : t('comments')}>
        <Icon name="comment" size={24} />
        <span className="num">{format.count(count)}</span>
      </a>
    </>
  )
}
