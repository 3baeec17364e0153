import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const BEFORE = /、(?=(?:以及|并且|及其他|或者)(?!其他))/g

/** “以及”“并且”“或者”前面不用顿号，停顿大的用逗号。 */
export default rule({
  id: 'punc-yiji-comma',
  name: '以及前面的标点',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.3',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '及且或',
  examples: [
    { bad: '负责组织、协调、以及检查工作。\n', good: '负责组织、协调，以及检查工作。\n', reports: 1 },
    { quiet: '负责组织、协调，以及检查工作。\n' },
    { quiet: '负责组织、及时协调以及检查工作。\n' },
  ],
  visit: {
    text: eachMatch(BEFORE, () => ({
      message: message('连词前面不用顿号，停顿大的用逗号，或者不用标点（GB/T 15834—2011 附录A.3）。'),
      instead: '，',
    })),
  },
})
