import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const NUMBER = '(?:[0-9]{1,9}(?:\\.[0-9]{1,4})?|[一二两三四五六七八九十百千]{1,7})[十百千万亿]{0,2}[%％]?'
const UNIT = '(?:[一-龥]{0,3}?)'
/** 条约, 节约 and 附近 end with the same characters. */
const ROUGH = new RegExp(
  `(?<![条合契制预签违履公和集最])(大约|约)(${NUMBER})([余多])?${UNIT}(左右|上下)|(?<![条合契制预签违履公和集最节])(大约|约)(${NUMBER})([余多])(?!边|元|种|样|媒)|(?<![最附靠临邻相晚较])(将近|接近|近)(${NUMBER})([余多])?(?!年来)${UNIT}(左右|上下|以上)`,
  'g',
)
const BOUND = new RegExp(
  `(超过|多于|不少于|不低于|至少|最少)(${NUMBER})${UNIT}(以上)|(少于|低于|不超过|不多于|至多|最多)(${NUMBER})${UNIT}(以下|以内|之内)`,
  'g',
)

/** 表示概数、界限的词不重复。 */
export default rule({
  id: 'num-approx-duplicate',
  name: '概数词不重复',
  group: '数字',
  clause: '公文数字使用惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: ['左右', '上下', '余', '多', '以上', '以下', '以内', '之内'],
  examples: [
    { bad: '到会约60人左右，损失近300万元左右。\n', reports: 2 },
    { bad: '参加活动的大约50余人。\n', reports: 1 },
    { bad: '预留至少3天以上，不超过10人以内。\n', reports: 2 },
    { bad: '合格率接近80%以上。\n', reports: 1 },
    { quiet: '到会约60人，损失300万元左右，近3年来成效明显。\n' },
    { quiet: '节约50多万元，最近三年左右摇摆，签订条约10余项。\n' },
    { quiet: '至少3天，10人以上不超过20人，约2元多种经营。\n' },
  ],
  visit: {
    text(line, context) {
      rough(line, context)
      bounds(line, context)
    },
  },
})

const rough = eachMatch(ROUGH, ([whole]) => ({
  message: message('“{0}”里表示概数的词重复了，只留一个。', whole),
}))

const bounds = eachMatch(BOUND, ([whole, more, , , less]) => ({
  message: message('“{0}”里“{1}”已经表示界限，后面的词重复了，只留一个。', whole, more ?? less ?? ''),
}))
