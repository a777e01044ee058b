import { useId } from 'react'
import { ActionForm, Button, Checkbox, Field, Input, OptionRadio, Radio, RadioGroup, Select, TextArea } from '../../primitives/index.ts'
import { State, useSay } from '../Parts.tsx'

/** What one fills in. */
export function FormStates() {
  const say = useSay()
  return (
    <>
      <State name="Input: empty, hint, optional">
        <Input label={say('邮箱', 'E-mail')} hint={say('订单的消息发到这里', 'News of the order goes here')} />
        <Input label={say('备注', 'Note')} optional placeholder={say('放门口', 'Leave at the door')} />
      </State>
      <State name="Input: error, value kept; disabled">
        <Input
          label={say('详细地址', 'Street')}
          defaultValue="灵溪路 18 号"
          error={say('还差门牌：请写到楼栋和房号，例如「3 幢 502」', 'House number missing, e.g. “Block 3, 502”')}
        />
        <Input label={say('国家', 'Country')} defaultValue={say('中国', 'China')} disabled />
      </State>
      <State name="TextArea, Select">
        <TextArea label={say('给作者的话', 'Words to the author')} defaultValue={say('第 3 段请改一处。', 'Please change one thing.')} />
        <Select label={say('依据', 'Basis')} defaultValue="b" error={say('请选一条', 'Choose one')}>
          <option value="">{say('选一条规则', 'Choose a rule')}</option>
          <option value="b">MOD-11</option>
        </Select>
      </State>
      <State name="Field around a control of one's own">
        <Field label={say('横向位置', 'Horizontal')} hint="0–100 %">
          {(ties) => <input {...ties} type="range" min={0} max={100} defaultValue={35} />}
        </Field>
      </State>
      <Choices />
      <State name="ActionForm">
        <ActionForm action="#form" fields={{ piece: 'p1' }}>
          {({ busy }) => (
            <Button variant="line" busy={busy}>
              {say('关注', 'Follow')}
            </Button>
          )}
        </ActionForm>
      </State>
    </>
  )
}

function Choices() {
  const say = useSay()
  const group = useId()
  return (
    <>
      <State name="Checkbox">
        <Checkbox label={say('样品是送的', 'The sample was free')} defaultChecked />
        <Checkbox
          label={say('我同意', 'I agree')}
          error={say('请先同意', 'Please agree first')}
          hint={say('随时可以收回', 'Can be taken back')}
        />
      </State>
      <State name="RadioGroup, Radio, card">
        <RadioGroup legend={say('配送', 'Delivery')} error={say('请选一种', 'Choose one')}>
          <Radio name={`${group}-a`} label={say('普通快递', 'Standard')} aside={<b className="num">¥0</b>} card defaultChecked />
          <Radio name={`${group}-a`} label={say('次日达', 'Next day')} aside={<b className="num">¥12</b>} card />
          <Radio name={`${group}-a`} label={say('自提', 'Pick up')} />
        </RadioGroup>
      </State>
      <State name="OptionRadio: tile, swatch, sold out">
        <RadioGroup legend={say('颜色', 'Colour')} className="wb-options">
          <OptionRadio name={`${group}-b`} label={say('日落黄', 'Sunset')} colour="#E5A33D" defaultChecked />
          <OptionRadio name={`${group}-b`} label={say('松绿', 'Pine')} colour="#2F5F4A" />
          <OptionRadio name={`${group}-b`} label={say('雪白', 'Snow')} colour="#EFEDE6" out outText={say('缺货', 'sold out')} />
        </RadioGroup>
        <RadioGroup legend={say('大小', 'Size')} className="wb-options">
          <OptionRadio name={`${group}-c`} label={say('双人', 'Two')} defaultChecked />
          <OptionRadio name={`${group}-c`} label={say('三人', 'Three')} out outText={say('缺货', 'sold out')} />
        </RadioGroup>
      </State>
    </>
  )
}
