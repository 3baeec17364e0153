import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'
import { withHead } from '../../sample.ts'

/** Fewer paragraphs are an excerpt, of which nobody expects more. */
const FEWEST = 3

/** 没有认出标题的，说明哪些没有查。 */
export default rule({
  id: 'title-not-found',
  name: '没有认出标题',
  group: '校对工具',
  clause: '红头约定',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '请认真落实。\n\n请抓紧整改。\n\n请按时报送。\n', reports: 1 },
    { quiet: '请认真落实。\n' },
    { quiet: '# 某某市水务局关于防汛的通知\n\n各单位：\n\n请认真落实。\n\n请抓紧整改。\n\n请按时报送。\n' },
    { quiet: withHead('文种: 通知', '请认真落实。\n\n请抓紧整改。\n\n请按时报送。\n') },
  ],
  visit: {
    document({ main, genre }, { report }) {
      if (main.title || main.addressee || genre || main.body.length < FEWEST) return
      report({
        at: main.body[0]?.at ?? BEGINNING,
        message: message(
          '没有认出公文标题，不知道是什么文种：只查了文字、标点、数字和层次，没有查标题、主送、结语和行文关系。标题独占一行，写明“关于……的”和文种就能认出。',
        ),
      })
    },
  },
})
