import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'

const asks = sectionFacts((section) =>
  textLines(section).filter(({ text }) => /请(?!示)|恳|望/.test(text.replace(/请示|申请|聘请|邀请/g, ''))),
)

/** 请示要写明请求，末尾一般用“妥否，请批示”。 */
export default rule({
  id: 'closing-missing-request',
  name: '请示有请求',
  group: '结语',
  clause: '《党政机关公文处理工作条例》第八条第十一项',
  strength: '推荐',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n我市防汛经费不足，尚缺200万元。\n',
      reports: 1,
    },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n我市防汛经费不足。妥否，请批示。\n' },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n我市防汛经费不足，恳请市政府予以解决。\n' },
    { quiet: '# 某某市人民政府关于加强值班工作的通知\n\n某某市人民政府：\n\n我市防汛经费充足。\n' },
  ],
  visit: {
    document(document, { report }) {
      const { genre, main, tree } = document
      const last = main.body.at(-1)
      if (genre?.value !== '请示' || !last || tree.sections.some((section) => asks(section).length > 0)) return
      report({
        at: last.at,
        message: message('请示里没有请求指示、批准的话，末尾一般写“妥否，请批示。”'),
      })
    },
  },
})
