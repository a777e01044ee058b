import {
  AdBadge,
  type AdLabel,
  Avatar,
  BoughtBadge,
  Icon,
  icons,
  Logo,
  Picture,
  Price,
  Tag,
  VerifiedBadge,
} from '../../primitives/index.ts'
import { videoIcons } from '../../primitives/video-icons.ts'
import { workIcons } from '../../primitives/work-icons.ts'
import { State, useSay } from '../Parts.tsx'
import { cny } from '../samples/commerce.ts'
import { media } from '../samples/media.ts'

const labels: AdLabel[] = ['ad', 'commission', 'sample', 'paid', 'relation', 'ai', 'ai-maybe']

/** What says something about a thing: labels, tags, prices, faces, pictures, signs. */
export function LabelStates() {
  const say = useSay()
  return (
    <>
      <State name="AdBadge" wide>
        {labels.map((label) => (
          <AdBadge key={label} label={label} />
        ))}
      </State>
      <State name="AdBadge on a picture">
        <span className="wb-onpicture">
          <AdBadge label="commission" onPicture />
        </span>
      </State>
      <State name="BoughtBadge, VerifiedBadge">
        <BoughtBadge />
        <VerifiedBadge />
      </State>
      <State name="Tag" wide>
        <Tag>{say('草稿', 'Draft')}</Tag>
        <Tag tone="good">{say('公开', 'Public')}</Tag>
        <Tag tone="honey">{say('等审核', 'Waiting')}</Tag>
        <Tag tone="bad">{say('已下架', 'Taken down')}</Tag>
        <Tag tone="info" icon="info">
          {say('申诉', 'Appeal')}
        </Tag>
      </State>
      <State name="Price">
        <Price value={cny(62_900)} />
        <Price value={cny(4453)} cents="always" />
        <Price value={cny(62_900)} was={cny(69_900)} />
        <Price value={cny(62_900)} plain />
        <Price value={cny(0)} />
      </State>
      <State name="Avatar">
        {([20, 32, 40, 56, 88] as const).map((size) => (
          <Avatar key={size} name={say('阿禾', 'Ahe')} size={size} />
        ))}
        <Avatar name="👩‍🌾" size={40} media={media('face', 200, 200, '')} />
      </State>
      <State name="Picture: ratio, own ratio, no bytes">
        <div className="wb-pics">
          <Picture media={media('a', 900, 1200, say('帐篷', 'A tent'))} sizes="120px" ratio="3/4" />
          <Picture media={media('b', 1200, 900, say('炉子', 'A stove'))} sizes="120px" />
          <Picture media={{ ...media('c', 900, 900, ''), sources: [] }} sizes="120px" decorative />
        </div>
      </State>
      <State name="Logo, Icon" wide>
        <span className="wb-logo">
          <Logo />
        </span>
        {(Object.keys(icons) as (keyof typeof icons)[]).map((name) => (
          <span key={name} className="wb-icon" title={name}>
            <Icon name={name} size={20} />
          </span>
        ))}
        {Object.entries({ ...videoIcons, ...workIcons }).map(([name, shape]) => (
          <span key={name} className="wb-icon" title={name}>
            <Icon name={shape} size={20} />
          </span>
        ))}
      </State>
    </>
  )
}
