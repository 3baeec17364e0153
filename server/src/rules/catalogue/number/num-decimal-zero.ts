import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const BARE =
  /(?<![0-9０-９A-Za-z.．…\-/%％）)\]])\.([0-9]{1,6})(?=[%％‰]|[元个倍万亿吨米克升度亩秒]|公[里斤顷]|千[米克瓦]|平方|立方|毫|厘|小时|分钟|百分点)/g

/** 小于1的小数写定位用的0。 */
export default rule({
  id: 'num-decimal-zero',
  name: '小数写定位的零',
  group: '数字',
  clause: 'GB/T 15835—2011 5.1.2',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: [...'0123456789'].map((digit) => `.${digit}`),
  examples: [
    { bad: '费率下调.5%，节约.35万元。\n', good: '费率下调0.5%，节约0.35万元。\n', reports: 2 },
    { bad: '降幅（.5%）较小。\n', good: '降幅（0.5%）较小。\n', reports: 1 },
    { quiet: '各镇加强值守.24小时值班。\n' },
    { quiet: '费率下调0.5%，节约12.35万元。\n' },
    { quiet: '报送格式为.doc、.xls，见1.3万元项目和v2.5版。\n' },
  ],
  visit: {
    text: eachMatch(BARE, ({ 0: whole, index }, text) => {
      const behindHan = /\p{Script=Han}$/u.test(text.slice(Math.max(0, index - 2), index))
      // 值守.24小时: a full stop that was typed as a point.
      if (behindHan && /^(?:小时|分钟|个|人|天|元)/.test(text.slice(index + whole.length))) return undefined
      return {
        message: message('“{0}”缺定位用的“0”，应当写“0{0}”（GB/T 15835—2011 5.1.2）。', whole),
        to: 0,
        instead: '0',
        fix: behindHan ? 'suggestion' : 'safe',
      }
    }),
  },
})
