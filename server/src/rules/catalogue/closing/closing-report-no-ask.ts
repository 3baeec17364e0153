import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within } from '../../place.ts'
import { closingLine } from '../../readings/closingLine.ts'

const ASKS =
  /请(?:予|给予|领导|上级|党委|局党组)?(?:以)?(?:批示|批复|指示|审批|批准|核准|答复)(?=[^，。！转]{0,8}(?:[。！]|$))/
/** Wishes for money and the like belong in a 请示, too, if they are meant for the addressee. */
const WANTS = /(?:请|恳请|望)(?:予以|予|给予|上级|尽快|及时){0,2}(?:解决|拨款|拨付|增拨|追加)(?=[。！]|$)/
/** In a text whose title is missing or names no 文种. */
const SAYS_REPORT = /(?:特此|专此|以上|上述)报告，?(?:当否|妥否|可否)?，?请(?:予)?(?:批示|批复|指示|审批|批准)/
/** 请示报告 is taken for a 报告; which of the two is meant is what another rule asks. */
const GENRE_IN_DOUBT = /请示报告$/

/** 报告等非请示性公文不夹带请示事项，结语不请求批示、批复；“请审阅”“请批转”不报。 */
export default rule({
  id: 'closing-report-no-ask',
  name: '报告结语不请示',
  group: '结语',
  clause: '《党政机关公文处理工作条例》第十五条第四项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市水务局关于防汛工作情况的报告\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此报告，请批复。\n',
      reports: 1,
    },
    {
      bad: '# 某某市水务局关于防汛工作情况的报告\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n目前尚缺经费20万元，请予拨款。\n',
      reports: 1,
    },
    {
      bad: '# 某某市水务局关于防汛工作情况的报告\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n以上报告当否，请批示。\n',
      reports: 1,
    },
    { bad: '某某部拟定了标准。\n以上报告妥否，请批准各地试行。\n', reports: 1 },
    { bad: '某某院经查核，尚缺乏依据。\n特此报告，请指示。\n', reports: 1 },
    { quiet: '# 某某市水务局关于防汛工作情况的报告\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此报告。\n' },
    {
      quiet:
        '# 某某市水务局关于防汛工作情况的报告\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n以上报告，请审阅。\n',
    },
    {
      quiet:
        '# 某某市水务局关于防汛工作情况的报告\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n以上意见如无不妥，请批转各地执行。\n',
    },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n妥否，请批示。\n' },
  ],
  visit: {
    document(document, { report }) {
      const closing = closingLine(document)
      if (!closing) return
      const isReport = document.genre?.value === '报告'
      const soft = isReport ? WANTS.exec(closing.text) : null
      const match = soft ?? (isReport ? ASKS : SAYS_REPORT).exec(closing.text)
      if (!match || (isReport && GENRE_IN_DOUBT.test(document.main.title?.value.join('') ?? ''))) return
      report({
        at: within(closing.at, match.index, match.index + match[0].length),
        message: message(
          '报告不得夹带请示事项，结语不请求批示、批复，写“特此报告。”；需要批准的另写请示（《条例》第十五条第四项）。',
        ),
        ...(soft ? { severity: 'warning' as const } : {}),
      })
    },
  },
})
