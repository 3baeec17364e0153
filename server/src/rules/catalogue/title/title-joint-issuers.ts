import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { titleText } from '../../readings/titleMatch.ts'
import { withHead } from '../../sample.ts'

const MOST_NAMED = 3

/** 联合行文标题里机关的顺序与发文机关一致，多于三个的写“某某等×部门”。 */
export default rule({
  id: 'title-joint-issuers',
  name: '联合行文标题机关',
  group: '文种与标题',
  clause: '公文标题惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('发文机关: [某某市教育局, 某某市财政局]', '# 某某市财政局 某某市教育局关于资助学生的通知\n'),
      reports: 1,
    },
    {
      bad: withHead(
        '发文机关: [某某市教育局, 某某市财政局, 某某市民政局, 某某市税务局]',
        '# 某某市教育局 某某市财政局 某某市民政局 某某市税务局关于资助学生的通知\n',
      ),
      reports: 1,
    },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]', '# 某某市教育局 某某市财政局关于资助学生的通知\n') },
    {
      quiet: withHead(
        '发文机关: [某某市教育局, 某某市财政局, 某某市民政局, 某某市税务局]',
        '# 某某市教育局等四部门关于资助学生的通知\n',
      ),
    },
    { quiet: withHead('发文机关: 某某市教育局', '# 某某市教育局关于资助学生的通知\n') },
  ],
  visit: {
    title(title, { document, report }) {
      const names = document.issuers.map(({ value }) => value)
      const text = titleText(title)
      const lead = text.slice(0, Math.max(0, text.indexOf('关于')))
      if (names.length < 2 || lead === '' || !title.at) return
      const places = names.map((name) => lead.indexOf(name))
      const stand = places.every((place) => place >= 0)
      if (stand && places.some((place, index) => index > 0 && place < (places[index - 1] as number))) {
        report({
          at: title.at,
          message: message('标题里机关的顺序与发文机关不同，主办机关在前，全文一致（GB/T 9704—2012 7.2.4）。'),
        })
      } else if (stand && names.length > MOST_NAMED) {
        report({
          at: title.at,
          message: message(
            '联合行文机关多于{0}个的，标题里一般写“{1}等{2}部门关于……”。',
            MOST_NAMED,
            names[0] as string,
            names.length,
          ),
        })
      }
    },
  },
})
