import { Button, Chip, ChipLink, cx, IconButton, IconLink, LinkButton, Tabs } from '../../primitives/index.ts'
import { workIcons } from '../../primitives/work-icons.ts'
import { State, useSay } from '../Parts.tsx'

const variants = ['buy', 'main', 'line', 'soft', 'quiet'] as const

/** Buttons, chips, tabs: what one presses. */
export function ButtonStates() {
  const say = useSay()
  const words = { buy: say('立即购买 ¥629', 'Buy now ¥629'), main: say('提交审核', 'Submit'), line: say('取消', 'Cancel') }
  const textOf = (variant: (typeof variants)[number]) =>
    variant in words ? words[variant as keyof typeof words] : say('看全部', 'See all')
  return (
    <>
      {variants.map((variant) => (
        <State key={variant} name={`Button ${variant}`}>
          <Button variant={variant}>{textOf(variant)}</Button>
          <Button variant={variant} busy>
            {textOf(variant)}
          </Button>
          <Button variant={variant} disabled>
            {textOf(variant)}
          </Button>
        </State>
      ))}
      <State name="Button sizes, with icon">
        <Button variant="line" size="sm" icon="plus">
          {say('加一件', 'Add one')}
        </Button>
        <Button variant="line" icon={workIcons.upload}>
          {say('上传', 'Upload')}
        </Button>
        <Button variant="main" size="xl">
          {say('去结算 2 件', 'Check out 2')}
        </Button>
      </State>
      <State name="Button block" wide>
        <Button variant="main" block className={cx('wb-block')}>
          {say('发出，看下一篇', 'Send, next one')}
        </Button>
      </State>
      <State name="LinkButton">
        <LinkButton to="#link" variant="line" icon="chevron">
          {say('去购物车', 'To the cart')}
        </LinkButton>
      </State>
      <State name="IconButton, IconLink">
        <IconButton icon="heart" label={say('赞 1,284', 'Like 1,284')} />
        <IconButton icon="share" label={say('分享', 'Share')} disabled />
        <IconLink icon="bell" label={say('通知', 'Notifications')} to="#bell" />
        <span className="wb-onpicture">
          <IconButton icon="close" label={say('关闭', 'Close')} onPicture />
          <IconLink icon="back" label={say('返回', 'Back')} to="#back" onPicture />
        </span>
      </State>
      <State name="Chip, ChipLink">
        <Chip pressed={false}>{say('有货', 'In stock')}</Chip>
        <Chip pressed>{say('已购', 'Bought')}</Chip>
        <ChipLink to="#chip">{say('户外', 'Outdoor')}</ChipLink>
        <ChipLink to="#chip-current" current>
          {say('全部', 'All')}
        </ChipLink>
      </State>
      <State name="Tabs" wide>
        <Tabs
          label={say('看什么', 'What to see')}
          items={[
            { to: '#all', label: say('全部', 'All'), count: 12_480, current: true },
            { to: '#posts', label: say('笔记', 'Posts'), count: 0 },
            { to: '#people', label: say('人', 'People') },
          ]}
        />
      </State>
    </>
  )
}
