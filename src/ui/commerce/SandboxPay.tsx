import type { Money } from '../../lib/money.ts'
import { useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { common } from '../i18n/messages/common.ts'
import { Button, Icon, LinkButton, Logo, Price, Radio, RadioGroup } from '../primitives/index.ts'
import { Countdown } from './Countdown.tsx'
import { payFields, type SandboxOutcome, sandboxOutcomes } from './fields.ts'
import { PostForm, usePending } from './PostForm.tsx'

export interface SandboxPayView {
  merchant: string
  amount: Money
  orderNumber: string
  orderHref: string
  /** End of the reservation (ISO). */
  payBefore: string
  /** How late the notice comes in the outcome `delay`, in seconds. */
  delaySeconds: number
  /** The payment has its result already: nothing can be chosen any more. */
  closed: boolean
}

const texts = {
  succeed: ['outSucceed', 'outSucceedText'],
  fail: ['outFail', 'outFailText'],
  delay: ['outDelay', 'outDelayText'],
  duplicate: ['outDuplicate', 'outDuplicateText'],
  disorder: ['outDisorder', 'outDisorderText'],
  dispute: ['outDispute', 'outDisputeText'],
  'no-return': ['outNoReturn', 'outNoReturnText'],
} as const satisfies Record<SandboxOutcome, readonly [string, string]>

/** The sandbox provider's own page, with a honey band so that nobody takes it for money. Posts `payFields` to itself. */
export function SandboxPay({ view }: { view: SandboxPayView }) {
  const t = useT(commerce)
  return (
    <div className="pay-ground">
      <header className="band">
        <Icon name="info" size={16} />
        {t('payBand')}
      </header>
      <main id="main" className="pay">
        <div className="panel stack gap6">
          <PayHead view={view} />
          {view.closed ? <Closed view={view} /> : <Choice view={view} />}
        </div>
        {view.closed ? null : <p className="t12 c3 mid loose">{t('payOnce')}</p>}
      </main>
    </div>
  )
}

function PayHead({ view }: { view: SandboxPayView }) {
  const t = useT(commerce)
  const site = useT(common)('siteName')
  return (
    <>
      <div className="row between">
        <span className="logo t17">
          <Logo />
          {t('payHeader', { site })}
        </span>
        {view.closed ? null : (
          <span className="t12 c3">
            <Countdown until={view.payBefore} text={(time) => t('timeLeft', { time })} over={t('timeUp')} />
          </span>
        )}
      </div>
      <div className="mid">
        <h1 className="c2 t13">{t('payTo', { merchant: view.merchant })}</h1>
        <p className="display num big">
          <Price value={view.amount} cents="always" plain />
        </p>
        <p className="t12 c3 num">{t('payOrder', { number: view.orderNumber })}</p>
      </div>
    </>
  )
}

function Choice({ view }: { view: SandboxPayView }) {
  const t = useT(commerce)
  const busy = usePending('outcome')
  return (
    <div className="stack gap2">
      <PostForm intent="outcome" className="stack gap6">
        <RadioGroup legend={t('outcome')} className="stack gap2">
          {sandboxOutcomes.map((outcome) => (
            <Radio
              key={outcome}
              card
              name={payFields.outcome}
              value={outcome}
              defaultChecked={outcome === 'succeed'}
              label={
                <>
                  <b className="t15">{t(texts[outcome][0], { count: view.delaySeconds })}</b>
                  <span className="t12 c2 blk">{t(texts[outcome][1])}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
        <Button type="submit" variant="main" size="xl" block busy={busy}>
          {t('payConfirm')}
        </Button>
      </PostForm>
      <PostForm intent="cancel">
        <Button type="submit" variant="quiet" block>
          {t('payCancel')}
        </Button>
      </PostForm>
    </div>
  )
}

function Closed({ view }: { view: SandboxPayView }) {
  const t = useT(commerce)
  return (
    <div className="stack mid">
      <h2 className="h2">{t('payClosed')}</h2>
      <p className="c2">{t('payClosedText')}</p>
      <LinkButton to={view.orderHref} variant="main" block>
        {t('seeOrder')}
      </LinkButton>
    </div>
  )
}
