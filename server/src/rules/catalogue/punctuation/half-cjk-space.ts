import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** Four characters on either side: names, ordinals and words spread over a line have fewer. */
const INSIDE = /(?<=\p{Script=Han}{4})[ \u00a0]{1,3}(?=\p{Script=Han}{4})/gu
/** A line that is no sentence is a list, a form or a heading set wide. */
/** 第一百二十条 and a space begin an article. */
const ARTICLE = /第[一二三四五六七八九十百零〇]{1,7}[条章节款项]$|^\S{0,5}$/
const SENTENCE_END = /[。；]$/

/** 句子里汉字之间不留空格。 */
export default rule({
  id: 'half-cjk-space',
  name: '汉字之间不留空格',
  group: '标点',
  clause: '公文版式惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: ' \u00a0',
  examples: [
    { bad: '各级各部门要 切实履行职责，抓好落实。\n', good: '各级各部门要切实履行职责，抓好落实。\n', reports: 1 },
    { quiet: '各级各部门要切实履行职责，抓好落实。\n' },
    { quiet: '第一条 为加强管理工作，制定本办法。\n' },
    { quiet: '某某市财政局 某某市教育局\n' },
    { quiet: '现将《某某市财政局 某某市教育局关于补助标准的通知》印发给你们。\n' },
  ],
  visit: {
    text: eachMatch(INSIDE, (match, text) =>
      SENTENCE_END.test(text) &&
      !ARTICLE.test(text.slice(Math.max(0, match.index - 12), match.index)) &&
      !inTitle(text, match.index)
        ? { message: message('汉字之间多了空格，宜删去。'), instead: '' }
        : undefined,
    ),
  },
})

/** A title in 《》 has a space where the printed one breaks its line. */
function inTitle(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 60), index)
  return before.lastIndexOf('《') > before.lastIndexOf('》')
}
