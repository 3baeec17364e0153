import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

/** The text itself names the session. */
const MEETING = /第[一二三四五六七八九十0-9]{1,4}次(?:全体)?(?:会议|全会)|(?:代表)?大会第|[0-9一二三四五六七八九十]届/

/** 决议应当写明通过它的会议和日期。 */
export default rule({
  id: 'genre-resolution-adopted',
  name: '决议写明通过的会议',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条第一项',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市人民代表大会关于政府工作报告的决议\n\n某某市人民代表大会决定批准这个报告。\n', reports: 1 },
    {
      quiet:
        '# 某某市人民代表大会关于政府工作报告的决议\n\n（2026年3月6日某某市第五届人民代表大会第二次会议通过）\n\n会议决定批准这个报告。\n',
    },
    {
      quiet: '# 某某市人民代表大会关于政府工作报告的决议\n\n某某市第五届人民代表大会第二次会议听取了报告，决定批准。\n',
    },
    { quiet: '# 某某市人民政府关于批准规划的决定\n\n决定批准这个规划。\n' },
  ],
  visit: {
    genre(genre, { document, report }) {
      const { title, adoption, subtitle, body } = document.main
      if (genre.value !== '决议' || !title?.at || adoption) return
      const [first] = body
      if (subtitle || (first?.kind === 'paragraph' && MEETING.test(textAt(first.at)))) return
      report({
        at: title.at,
        message: message(
          '决议是会议讨论通过的，标题下用题注写明哪次会议、哪天通过，如“（2026年3月6日某某会议通过）”。',
        ),
      })
    },
  },
})
