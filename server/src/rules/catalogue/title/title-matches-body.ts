import type { GongwenDocument } from '../../../model/document.ts'
import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within } from '../../place.ts'
import { closingLine } from '../../readings/closingLine.ts'
import type { RuleContext } from '../../rule.ts'

/** 报告, 函, 议案 and 意见 have rules of their own. */
const MUST_NOT_ASK = ['通知', '通报', '决定', '批复', '公告', '通告', '公报', '纪要']
const ASKS =
  /(?:特此(?:通知|通报|公告|通告|批复)|妥否|当否|可否|如无不妥)，?请(?:予)?(?:批示|批复|审批|批准|审示|指示)|^请(?:予)?(?:批示|批复|审批|指示)[。！]?$/

/** What introduces the matter names the 文种, too: 现通知如下 in a 通告. */
const INTRODUCED = /(?:现将|现就|特)[^。；]{0,40}?(通知|通告|公告|通报|批复|函复|函告)如下(?=[：。])/

/** 文种与结语一致：通知、通报、批复、公告不请求批示。 */
export default rule({
  id: 'title-matches-body',
  name: '文种与结语一致',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第十九条第四项',
  strength: '推荐',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于加强值班工作的通知\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n妥否，请批示。\n',
      reports: 1,
    },
    {
      bad: '# 某某市人民政府关于增设某某镇的批复\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n以上意见当否，请批复。\n',
      reports: 1,
    },
    {
      bad: '# 某某市人民政府关于加强值班工作的通知\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此通知，请批复。\n',
      reports: 1,
    },
    { bad: '# 某某市水务局关于汛期封闭河道的通告\n\n为保障安全，特通知如下：\n\n一、封闭河道。\n', reports: 1 },
    { quiet: '# 某某市水务局关于汛期封闭河道的通告\n\n为保障安全，特通告如下：\n\n一、封闭河道。\n' },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n妥否，请批示。\n' },
    {
      quiet:
        '# 某某市人民政府关于加强值班工作的通知\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n请各地抓紧组织实施，结果报市政府批准。\n',
    },
    { quiet: '# 某某市水务局关于防汛工作情况的报告\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此报告。\n' },
  ],
  visit: {
    document(document, context) {
      introduction(document, context)
      const { report } = context
      const { genre } = document
      const closing = genre && MUST_NOT_ASK.includes(genre.value) ? closingLine(document) : undefined
      const match = closing && ASKS.exec(closing.text)
      if (!genre || !closing || !match) return
      report({
        at: within(closing.at, match.index, match.index + match[0].length),
        message: message(
          '文种是{0}，结语却是请示的“{1}”，请核对文种和行文目的（《条例》第十九条第四项）。',
          genre.value,
          match[0],
        ),
      })
    },
  },
})

/** Genres whose name, as a verb, introduces what they say. */
const VERBS: Readonly<Record<string, RegExp>> = {
  通知: /通知/,
  通告: /通告/,
  公告: /公告/,
  通报: /通报/,
  批复: /批复|函复/,
  函: /函/,
}

function introduction({ genre, main }: GongwenDocument, { report }: RuleContext): void {
  const proper = genre && VERBS[genre.value]
  if (!genre || !proper) return
  for (const block of main.body.slice(0, 3)) {
    const match = block.kind === 'paragraph' ? INTRODUCED.exec(textAt(block.at)) : null
    const verb = match?.[1]
    if (block.kind !== 'paragraph' || !match || !verb || proper.test(verb)) continue
    const end = match.index + match[0].length
    report({
      at: within(block.at, end - verb.length - 2, end),
      message: message('文种是{0}，正文却说“{1}如下”，两处应当一致（《条例》第十九条第四项）。', genre.value, verb),
    })
    return
  }
}
