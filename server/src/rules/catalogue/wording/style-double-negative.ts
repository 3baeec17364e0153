import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** Words that deny by themselves, and a denial of what they already ward off. */
const TWICE =
  /(?:防止|避免|杜绝|严防|谨防|切忌|以防|以免|禁止|严禁)(?:[^，。；：“”《》]{0,14}?)(不再(?:发生|出现|重演|上升)|不(?:发生|出现)(?![^，。；]{0,20}(?:的|不))|不(?:被|受到?)(?:侵害|侵犯|损害|损失|伤害)|不要(?!求)|不(?:得|许|准)(?:擅自|随意|私自|违规))/g

/** “防止”“避免”后面又用“不”，意思说反。 */
export default rule({
  id: 'style-double-negative',
  name: '否定不当',
  group: '用语',
  clause: '《党政机关公文处理工作条例》第十九条第三项',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '防避杜切以禁',
  examples: [
    { bad: '采取措施，防止以后不再发生类似事故。\n', good: '采取措施，防止以后发生类似事故。\n', reports: 1 },
    { bad: '要切忌不要搞形式主义。\n', good: '要切忌搞形式主义。\n', reports: 1 },
    { quiet: '采取措施，防止再次发生类似事故；避免不必要的损失。\n' },
    { quiet: '防止不合格产品出厂，严禁不按规定施工，切忌不了了之，禁止不要求资质的采购。\n' },
  ],
  visit: {
    text: eachMatch(TWICE, ([whole, denied = '']) => {
      const bare = denied.replace(/^不(?:再|要|得|许|准)?/, '')
      return {
        message: message(
          '“{0}”否定了两次，意思说反了，宜删去“{1}”（《条例》第十九条第三项）。',
          whole,
          denied.slice(0, denied.length - bare.length),
        ),
        from: whole.length - denied.length,
        instead: bare,
      }
    }),
  },
})
