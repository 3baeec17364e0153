import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const WRONG = /(?<=[\p{Script=Han}”》）])(?:-{2,4}|－{2}|–{1,2}|―{1,2}|_{2}|─{2}|—{3,4})(?=[\p{Script=Han}“《])/gu
/** Drawn lines of old web pages look like a dash. */
const ALIKE = /[―─]{2}/

/** 破折号是两字宽的一道横线。 */
export default rule({
  id: 'punc-dash-form',
  name: '破折号的形式',
  group: '标点',
  clause: 'GB/T 15834—2011 4.10.2',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '-－–―_─—',
  examples: [
    { bad: '总目标--稳增长，主题－－促改革。\n', good: '总目标——稳增长，主题——促改革。\n', reports: 2 },
    { quiet: '总目标——稳增长，北京—上海段通车。\n' },
    { quiet: '编号A--B，填写____处，产学-研结合。\n' },
  ],
  visit: {
    text: eachMatch(WRONG, ([dash]) => ({
      message: message('破折号是两字宽的“——”，不用“{0}”（GB/T 15834—2011 4.10.2）。', dash),
      instead: '——',
      fix: 'safe',
      ...(ALIKE.test(dash) ? { severity: 'hint' } : {}),
    })),
  },
})
