import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within } from '../../place.ts'
import { closingLine } from '../../readings/closingLine.ts'
import { withHead } from '../../sample.ts'

const DOWN = /请(?:结合实际)?(?:认真)?(?:贯彻|遵照|抓好)[^。]{0,8}(?:执行|落实)/
const UP = /请(?:予)?(?:批示|批转|批准|审批|批复)/

/** 意见的结语随行文方向：上行请批转，下行请贯彻执行。 */
export default rule({
  id: 'closing-opinion-by-direction',
  name: '意见结语随方向',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead(
        '行文方向: 上行\n签发人: 王某某',
        '# 某某市水务局关于加强防汛工作的意见\n\n某某市人民政府：\n\n现提出以下意见。\n\n请认真贯彻执行。\n',
      ),
      reports: 1,
    },
    {
      bad: withHead(
        '行文方向: 下行',
        '# 某某市水务局关于加强防汛工作的意见\n\n各县水务局：\n\n现提出以下意见。\n\n以上意见妥否，请批示。\n',
      ),
      reports: 1,
    },
    {
      quiet: withHead(
        '行文方向: 上行\n签发人: 王某某',
        '# 某某市水务局关于加强防汛工作的意见\n\n某某市人民政府：\n\n以上意见如无不妥，请批转各地执行。\n',
      ),
    },
    {
      quiet: withHead(
        '行文方向: 下行',
        '# 某某市水务局关于加强防汛工作的意见\n\n各县水务局：\n\n现提出以下意见。\n\n请结合实际认真贯彻执行。\n',
      ),
    },
  ],
  visit: {
    document(document, { report }) {
      const direction = document.genre?.value === '意见' ? document.direction?.value : undefined
      const closing = direction ? closingLine(document) : undefined
      const match =
        closing && (direction === 'upward' ? DOWN : direction === 'downward' ? UP : undefined)?.exec(closing.text)
      if (!closing || !match) return
      report({
        at: within(closing.at, match.index, match.index + match[0].length),
        message:
          direction === 'upward'
            ? message('上行的意见不对上级提要求，结语一般用“以上意见如无不妥，请批转有关方面执行。”')
            : message('下行的意见不请求批示，结语一般用“请结合实际认真贯彻执行。”'),
      })
    },
  },
})
