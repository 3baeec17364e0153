import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const HAN = '\\p{Script=Han}'
const DOT = /[•・‧∙●]/
const ALIKE = new RegExp(`(?<=${HAN})[ ]?[•・‧∙●][ ]?(?=${HAN})|(?<=[“"][0-9]{1,2})[•・‧∙](?=[0-9]{1,2}[”"])`, 'gu')
const SPACED = new RegExp(`(?<=[${'\\p{Script=Han}'}0-9])(?: {1,2}· {0,2}|· {1,2})(?=[${'\\p{Script=Han}'}0-9])`, 'gu')
/** Characters that Chinese uses to write foreign names by sound. */
const SOUNDS =
  '阿艾爱安奥巴班邦鲍贝本比彼波伯博布查达戴丹德迪蒂杜多恩尔凡菲费夫弗福盖冈戈格哈海汉赫亨霍基吉加贾杰金卡凯坎科克肯库拉莱兰朗劳勒雷里丽利莉林琳卢鲁路伦罗洛马麦曼梅蒙米密莫墨姆穆娜纳奈内尼宁诺帕潘佩皮珀普乔琼屈萨塞森莎沙施史斯苏索塔泰坦汤特提图托瓦万威韦维文沃乌西希夏谢辛休亚扬耶伊因尤约泽詹珍兹茨朱卓佐'
const SOUND = `[${SOUNDS}]`
const FOREIGN = new RegExp(
  `[.．](?=${SOUND}{2,6}(?:[^\\p{Script=Han}]|$|[教先女博同等的为]))(?<=(?:^|[^\\p{Script=Han}]|[由与和请任是的对])${SOUND}{2,5}.)`,
  'gu',
)

/** 人名、书名、月日之间用间隔号“·”。 */
export default rule({
  id: 'punc-middle-dot',
  name: '间隔号的形式',
  group: '标点',
  clause: 'GB/T 15834—2011 4.14',
  strength: '规定',
  severity: 'info',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: [...'•・‧∙●·', ...[...SOUNDS].flatMap((sound) => [`.${sound}`, `．${sound}`])],
  examples: [
    { bad: '邀请卡尔.马克斯先生和亨利•杜南先生。\n', good: '邀请卡尔·马克斯先生和亨利·杜南先生。\n', reports: 2 },
    { bad: '开展“3 · 15”活动。\n', good: '开展“3·15”活动。\n', reports: 1 },
    { quiet: '邀请卡尔·马克思先生，开展“3·15”活动。\n' },
    { quiet: '•加强领导\n' },
    { quiet: '完成3.15亿元，见附表2.名单如下，登录政务.公益。\n' },
  ],
  visit: {
    text(line, context) {
      if (DOT.test(line.text)) alike(line, context)
      if (line.text.includes('·')) spaced(line, context)
      foreign(line, context)
    },
  },
})

const alike = eachMatch(ALIKE, ([mark]) => said(mark))
const spaced = eachMatch(SPACED, ([mark]) => said(mark))
const foreign = eachMatch(FOREIGN, ([mark]) => said(mark))

function said(mark: string) {
  return {
    message: message('间隔号是居中的一点“·”，两边不空，不用“{0}”（GB/T 15834—2011 4.14）。', mark),
    instead: '·',
    fix: 'safe' as const,
  }
}
