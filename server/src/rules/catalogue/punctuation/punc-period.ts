import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** 一. and （一）. at the start of a line are ordinals, which have their own rules. */
const ORDINAL = /^\s{0,8}(?:[（(]?[一二三四五六七八九十]{1,4}[)）]?|附|图|表)$/
const AT_END = /[.．]$(?<=[\p{Script=Han}〇”’）》〕%％].)/gu
/** Behind a half-width period a sentence begins. */
const INSIDE =
  /[.．](?=(?:各[级县市区单地部有]|要[加切严认按把做]|请[各认遵予于按]|对[于符未违已]|对不|在此|为[了此进加确做切]|以上|本[通办意规公]|现[将就予]|凡|根据|经[研市县区局审]|同时|其中|此外|另外|因此|加强|进一步|坚持|建立|严格|认真|切实|全[面市县省]|目前|近[日年期]|特此|希[望]|二是|三是|四是))(?<=[\p{Script=Han}”）》]{4}.)/gu

/** 句末用句号“。”。 */
export default rule({
  id: 'punc-period',
  name: '句末用句号',
  group: '标点',
  clause: 'GB/T 15834—2011 4.1.2',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '.．',
  examples: [
    { bad: '请遵照执行.\n', good: '请遵照执行。\n', reports: 1 },
    { bad: '各单位已完成自查.各级要抓紧整改．\n', good: '各单位已完成自查。各级要抓紧整改。\n', reports: 2 },
    { quiet: '请遵照执行。\n' },
    { quiet: '一.加强领导\n' },
    { quiet: '邀请卡尔.马克思大学派员，登录网站gov.cn，文件名为名单.xls\n' },
  ],
  visit: {
    text(line, context) {
      atEnd(line, context)
      inside(line, context)
    },
  },
})

const atEnd = eachMatch(AT_END, (match, text) =>
  ORDINAL.test(text.slice(0, match.index).slice(0, 16)) ? undefined : said(match[0]),
)

const inside = eachMatch(INSIDE, ([mark]) => said(mark))

function said(mark: string) {
  return {
    message: message('句末用句号“。”，不用“{0}”（GB/T 15834—2011 4.1.2）。', mark),
    instead: '。',
    fix: 'safe' as const,
  }
}
