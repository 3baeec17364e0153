import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** Notes that drafters leave for one another. */
const NOTES =
  /[〔【［[（(](?:批注|备注待|修订|此处|待核|待补|待确认|请核|需核实|数据待)[^〔〕【】［］[\]（）()]{0,30}[〕】］\])）]|TODO|FIXME|[（(][?？]{1,3}[）)]|(?:待核实|待补充|此处待|数据待核)(?=[）】\]，。；]|$)/g
const STAGE =
  /[（(](?:征求意见稿|送审稿|初稿|草稿|讨论稿|修改稿|审议稿|定稿|正式印发稿|报批稿|代拟稿|第[一二三四五0-9]{1,2}稿|清样)[）)]/g
/** A document about a draft names it rightly. */
const ABOUT_DRAFT = /征求|审议|审定|报送|报批|请示|意见的|公开征集/

/** 印发的公文不留起草阶段的字样。 */
export default rule({
  id: 'draft-marker-left',
  name: '起草字样未删',
  group: '用语',
  clause: '《党政机关公文处理工作条例》第二十五条',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'issue',
  triggers: [
    '批注',
    '备注待',
    '修订',
    '此处',
    '待核',
    '待补',
    '待确认',
    '请核',
    '需核实',
    '数据待',
    'TODO',
    'FIXME',
    '（?',
    '（？',
    '(?',
    '(？',
  ],
  examples: [
    {
      bad: '# 某某市人民政府关于加强值班工作的通知（送审稿）\n',
      good: '# 某某市人民政府关于加强值班工作的通知\n',
      reports: 1,
    },
    { bad: '全市共有企业3210家（数据待核）。\n', reports: 1 },
    { quiet: '# 某某市人民政府关于加强值班工作的通知\n' },
    { quiet: '# 某某市司法局关于征求《某某办法（征求意见稿）》意见的函\n' },
    { quiet: '本办法施行前的初稿档案，由承办人保存。\n' },
    { quiet: '会议时间待定后另行通知，批注由承办人归档。\n' },
  ],
  visit: {
    text: eachMatch(NOTES, ([note]) => ({
      message: message('“{0}”是起草时的记号，印发前要核实并删去（《条例》第二十五条：印发前复核）。', note),
    })),
    title(title, context) {
      if (ABOUT_DRAFT.test(title.value.join(''))) return
      for (const at of title.lines ?? (title.at ? [title.at] : [])) inTitle({ text: textAt(at), at }, context)
    },
  },
})

const inTitle = eachMatch(STAGE, (match, text) =>
  /^[^》]*》/.test(text.slice(match.index + match[0].length))
    ? undefined
    : {
        message: message('标题还留着“{0}”，印发时要删去（《条例》第二十五条：印发前复核）。', match[0]),
        instead: '',
      },
)
