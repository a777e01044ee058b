import { useState } from 'react'
import {
  Button,
  Callout,
  Dialog,
  Empty,
  LinkButton,
  Sheet,
  Skeleton,
  SkeletonCards,
  ToastProvider,
  useToast,
  VisuallyHidden,
} from '../../primitives/index.ts'
import { State, useSay } from '../Parts.tsx'

/** What tells one something: callouts, empty places, loading, windows, toasts. */
export function NoticeStates() {
  const say = useSay()
  return (
    <>
      <State name="Callout" wide>
        <div className="stack">
          <Callout>{say('这一页用的是演练付款。', 'This page uses play money.')}</Callout>
          <Callout tone="good">{say('付好了', 'Paid')}</Callout>
          <Callout tone="honey">{say('价格变了：¥699 → ¥629', 'The price changed: ¥699 → ¥629')}</Callout>
          <Callout tone="bad">{say('「全网最轻」要有可查的依据', '“Lightest anywhere” needs evidence')}</Callout>
          <Callout tone="info" icon="clock">
            {say('申诉中，12 月 1 日前答复', 'Appealed; answered by 1 Dec')}
          </Callout>
        </div>
      </State>
      <State name="Empty" wide>
        <Empty
          level={3}
          icon="search"
          title={say('没有一条同时满足', 'Nothing matches all of it')}
          action={
            <LinkButton to="#drop" variant="line">
              {say('去掉「银色」', 'Drop “silver”')}
            </LinkButton>
          }
        >
          {say('去掉一个词就有 14 条。', 'Drop one word and there are 14.')}
        </Empty>
      </State>
      <State name="Skeleton, SkeletonCards" wide>
        <Skeleton width="70%" />
        <Skeleton width="40%" height={24} />
        <SkeletonCards count={2} label={say('正在取', 'On its way')} />
      </State>
      <State name="VisuallyHidden (read, not seen)">
        <VisuallyHidden as="p">{say('只读给人听', 'Only read out')}</VisuallyHidden>
      </State>
      <Windows />
      <State name="Toast">
        <ToastProvider>
          <ToastButtons />
        </ToastProvider>
        <div className="toast wb-toast">
          <span className="grow">{say('已加入购物车', 'Added to the cart')}</span>
          <button type="button" className="hit">
            {say('撤销 9', 'Undo 9')}
          </button>
        </div>
      </State>
    </>
  )
}

function Windows() {
  const say = useSay()
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null)
  const close = () => setOpen(null)
  const foot = (
    <Button variant="main" type="button" onClick={close}>
      {say('知道了', 'Understood')}
    </Button>
  )
  return (
    <State name="Dialog, Sheet (open with the button)">
      <Button variant="line" type="button" onClick={() => setOpen('dialog')}>
        Dialog
      </Button>
      <Button variant="line" type="button" onClick={() => setOpen('sheet')}>
        Sheet
      </Button>
      <Dialog open={open === 'dialog'} onClose={close} title={say('撤回这一篇？', 'Withdraw this piece?')} foot={foot}>
        <p>{say('已公开的版本会马上下线。', 'The public version goes offline at once.')}</p>
      </Dialog>
      <Sheet open={open === 'sheet'} onClose={close} title={say('分享', 'Share')} foot={foot}>
        <p>{say('链接里有创作者的码。', 'The link carries the creator’s code.')}</p>
      </Sheet>
    </State>
  )
}

function ToastButtons() {
  const say = useSay()
  const toast = useToast()
  return (
    <>
      <Button variant="line" type="button" onClick={() => toast({ text: say('已复制', 'Copied') })}>
        {say('放一条', 'Plain')}
      </Button>
      <Button variant="line" type="button" onClick={() => toast({ text: say('已移出', 'Removed'), onUndo: () => {} })}>
        {say('可撤销', 'With undo')}
      </Button>
    </>
  )
}
