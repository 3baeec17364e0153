import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const LIMIT =
  /[0-9一二三四五六七八九十]+(?:月|日|时|小时|天)[^，。]{0,6}[前内]|立即|紧急|即刻|迅速|尽快|抓紧|当[日天]|今[日天]|马上|应急|险|灾/

const limits = sectionFacts((section) => textLines(section).filter(({ text }) => LIMIT.test(text)))

/** 紧急程度按时限要求标注，没有时限的不标特急。 */
export default rule({
  id: 'urgency-overuse',
  name: '不滥标特急',
  group: '版头',
  clause: '《党政机关公文处理工作条例》第九条第三项',
  strength: '推荐',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('紧急程度: 特急', '# 某某市水务局关于加强防汛工作的通知\n\n各县水务局：\n\n请认真落实。\n'),
      reports: 1,
    },
    {
      quiet: withHead('紧急程度: 特急', '# 某某市水务局关于加强防汛工作的通知\n\n各县水务局：\n\n请于3月5日前报送。\n'),
    },
    {
      quiet: withHead(
        '紧急程度: 特急',
        '# 某某市水务局关于加强防汛工作的通知\n\n各县水务局：\n\n请立即启动应急响应。\n',
      ),
    },
    { quiet: withHead('紧急程度: 加急', '# 某某市水务局关于加强防汛工作的通知\n\n各县水务局：\n\n请认真落实。\n') },
  ],
  visit: {
    urgency: asWritten((typed, { document, report }) => {
      const { body } = document.main
      if (typed.text.trim() !== '特急' || body.length === 0) return
      if (
        /紧急/.test(document.main.title?.value.join('') ?? '') ||
        document.tree.sections.some((each) => limits(each).length > 0)
      )
        return
      report({
        at: typed.at,
        message: message(
          '标了“特急”，正文里却没有时限，请核对是否需要；紧急程度按送达和办理的时限要求确定（《条例》第九条第三项）。',
        ),
      })
    }),
  },
})
