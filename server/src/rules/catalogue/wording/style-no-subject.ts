import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** 通过…，使… leaves the sentence without a subject; 通过…，X使… has one. */
const LOST =
  /(?<=^\s{0,4}|[。；！？])(通过|经过|随着|由于|在)([^，。；：“”]{2,40})，(使|使得|让|令)(?!用|命|得|人[民大])/g
/** 在…下, 在…中, 在…上; other uses of 在 name a place or a time. */
const CIRCUMSTANCE = /(?:下|中|上|后|基础上|带动下|指导下|支持下)$/

/** 句首用了“通过”一类介词，又用“使”，句子没有主语。 */
export default rule({
  id: 'style-no-subject',
  name: '介词掩盖主语',
  group: '用语',
  clause: '《党政机关公文处理工作条例》第十九条第三项',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '使让令',
  examples: [
    { bad: '通过开展专项整治，使市场秩序明显好转。\n', good: '开展专项整治，使市场秩序明显好转。\n', reports: 1 },
    { bad: '在上级部门的指导下，使项目顺利落地。\n', reports: 1 },
    { quiet: '开展专项整治，使市场秩序明显好转。\n' },
    { quiet: '通过开展专项整治，市场秩序明显好转，使用新标识的商户达到90%。\n' },
    { quiet: '在县城设站，使用电动车辆；由于连日降雨，使命更加艰巨。\n' },
  ],
  visit: {
    text: eachMatch(LOST, ([whole, preposition = '', object = '', verb = '']) => {
      if (preposition === '在' && !CIRCUMSTANCE.test(object)) return undefined
      const plain = preposition === '通过' || preposition === '经过'
      return {
        message: message(
          '“{0}……，{1}……”使句子没有了主语，宜删去“{0}”或者“{1}”（《条例》第十九条第三项）。',
          preposition,
          verb,
        ),
        ...(plain ? { to: preposition.length, instead: '' } : { from: whole.length - verb.length, instead: '' }),
      }
    }),
  },
})
