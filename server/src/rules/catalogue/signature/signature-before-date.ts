import type { GongwenDocument } from '../../../model/document.ts'
import { ORGAN_OR_PERSON_ENDINGS } from '../../../standard/formulae.ts'
import { type At, textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

const BODY = '# 某某市水务局关于加强值班工作的通知\n\n各县水务局：\n\n请各地落实责任。\n\n'
const DATE = /^[〇○零一二三四五六七八九十0-9]{4}年[一二三四五六七八九十0-9]{1,3}月[一二三四五六七八九十0-9]{1,3}[日号]$/

/** 署名在成文日期之上。 */
export default rule({
  id: 'signature-before-date',
  name: '署名在日期之上',
  group: '署名',
  clause: 'GB/T 9704—2012 7.3.5',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${BODY}2026年3月5日\n\n某某市水务局\n`, reports: 1 },
    { quiet: `${BODY}某某市水务局\n\n2026年3月5日\n` },
    { quiet: `${BODY}2026年3月5日\n\n各县要抓紧部署。\n` },
  ],
  visit: {
    document(document, { report }) {
      const last = lastTwo(document)
      if (!last) return
      const [date, name] = last
      const typed = textAt(name).trim()
      if (!DATE.test(textAt(date).replace(/\s/g, '')) || typed.length > 40) return
      if (!ORGAN_OR_PERSON_ENDINGS.test(typed) || /[，。；：]/.test(typed)) return
      report({
        at: name,
        message: message('署名“{0}”应当在成文日期之上，先署名、后写日期（GB/T 9704—2012 7.3.5）。', typed),
      })
    },
  },
})

/** The last two paragraphs of the main text, which hold what was typed as 署名 and date. */
function lastTwo({ main }: GongwenDocument): readonly [At, At] | undefined {
  const [one, other] = main.body.slice(-2)
  return one?.kind === 'paragraph' && other?.kind === 'paragraph' ? [one.at, other.at] : undefined
}
