import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** 只有 asks for 才, 只要 for 就; each with the other's partner in the next clause. */
const CROSSED =
  /(只有)(?!有?[0-9一二两三四五六七八九十])[^，。；：“”]{2,30}，[^，。；：“”才]{0,10}(就)(?=能|会|可|一定|必)|(只要)[^，。；：“”]{2,30}，[^，。；：“”就]{0,10}(才)(?=能(?!力)|会|可|得以)/g
/** 无论 and 不管 want 都, 尽管 wants 但. */
const TURNED =
  /(无论|不论|不管)[^，。；：“”]{2,30}，[^，。；：“”都也均]{0,6}(但是|但|却)|(尽管)[^，。；：“”]{2,30}，[^，。；：“”但却仍]{0,6}(所以|因此)/g

/** 关联词语前后搭配。 */
export default rule({
  id: 'style-conjunction',
  name: '关联词搭配',
  group: '用语',
  clause: '《党政机关公文处理工作条例》第十九条第三项',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '只无不尽',
  examples: [
    { bad: '只有加强管理，就能提高效益。\n', good: '只有加强管理，才能提高效益。\n', reports: 1 },
    { bad: '只要坚持改革，才能促进发展。\n', good: '只要坚持改革，就能促进发展。\n', reports: 1 },
    { bad: '无论任务多重，但要按期完成。\n', reports: 1 },
    { quiet: '只有加强管理，才能提高效益；只要坚持改革，就能促进发展。\n' },
    { quiet: '全县只有3个乡镇，就近办理；只有县级以上单位，就业人员可以申报。\n' },
    { quiet: '无论任务多重，都要按期完成；尽管任务重，但已按期完成。\n' },
  ],
  visit: {
    text(line, context) {
      crossed(line, context)
      turned(line, context)
    },
  },
})

const crossed = eachMatch(CROSSED, ([whole, only, , provided]) => {
  const first = only ?? provided ?? ''
  const instead = only ? '才' : '就'
  return {
    message: message('“{0}”与“{1}”搭配，这里用了“{2}”（《条例》第十九条第三项）。', first, instead, only ? '就' : '才'),
    from: whole.length - 1,
    instead,
  }
})

const turned = eachMatch(TURNED, ([, condition, turn, though, therefore]) => ({
  message: message(
    '“{0}”与“{1}”不搭配，前后应当呼应，如“{2}”（《条例》第十九条第三项）。',
    condition ?? though ?? '',
    turn ?? therefore ?? '',
    condition ? `${condition}……都……` : '尽管……但……',
  ),
}))
