import { spellChineseNumber } from '../../../standard/chineseNumber.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { chineseDigit } from '../../readings/numbers.ts'

/** Behind a digit: fixed words. Each is a whole word, so that 3个维护点 and 第1书架 stay untouched. */
const IDIOMS = [
  '(?<=第1)(?=书记|责任人|时间(?!段)|副(?:总理|省长|市长|县长|主任|书记)|产业)',
  '(?<=第[23])(?=产业)',
  '(?<=(?:星期|礼拜)[1-6])(?![0-9.、～~—-])',
  '(?<=周[1-6])(?=上午|下午|晚|至周|、周|前|（)',
  '(?<=[34])(?=中全会)',
  '(?<=3)(?=农(?:问题|工作|领域|投入)|严三实|严3实|重一大|重1大|公经费|下乡|支一扶|包一挂)',
  '(?<=1)(?=带一路|带1路|国两制|国2制|把手|站式|揽子|刀切|盘棋|票否决|岗双责|次性)',
  '(?<=4)(?=个意识|个自信|个全面|风问题|项基本原则)',
  '(?<=2)(?=个维护|个确立|个一百年|个毫不动摇)',
  '(?<=8)(?=项规定精神)',
  '(?<=5)(?=位一体总体布局|一劳动节|四青年节|四运动)',
]
/** Looked for first: nearly every line has a digit. */
const WORDS = [
  ...[...'12345678'].flatMap((digit) => ['第', '星期', '礼拜', '周'].map((before) => before + digit)),
  ...['1带', '1国', '1把手', '1站式', '1揽子', '1刀切', '1盘棋', '1票否决', '1岗双责', '1次性'],
  ...['2个', '3农', '3严', '3重', '3公经费', '3下乡', '3支一扶', '3包一挂', '3中全会', '4中全会'],
  ...['4个', '4风问题', '4项基本原则', '5位一体', '5一劳动节', '5四', '8项规定', '2十'],
  ...[...'0123456789'].flatMap((digit) => ['大', '届', '五'].map((behind) => digit + behind)),
]
/** The digit comes first and what stands before it is looked at later: so the search leaps from digit to digit. */
const DIGIT = new RegExp(`[1-8](?<![0-9.].)(?:${IDIOMS.join('|')})`, 'g')
/** 20大, 19届4中全会, 14五规划. */
const CONGRESS =
  /(1[2-9]|2[0-9])(?<=[^0-9A-Za-z.]..)(?=大(?:[报精以代会提作召明要]|[，。、；”]|$)|届[1-7一二三四五六七]中)|2十(?<![0-9第]..)(?=大[报精以，。、])|1([1-9])(?<=[“"]..)(?=五[”"])/g

/** 定型的词语里的数字用汉字。 */
export default rule({
  id: 'num-fixed-idiom',
  name: '定型词语的数字用汉字',
  group: '数字',
  clause: 'GB/T 15835—2011 4.2.3',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: WORDS,
  examples: [
    { bad: '选派第1书记，每星期3值班。\n', good: '选派第一书记，每星期三值班。\n', reports: 2 },
    { bad: '做好3农工作，实行1票否决。\n', good: '做好三农工作，实行一票否决。\n', reports: 2 },
    { bad: '学习党的20大精神，编制“15五”规划。\n', good: '学习党的二十大精神，编制“十五五”规划。\n', reports: 2 },
    { quiet: '选派第一书记，每星期三值班，分3个农场、1次检查。\n' },
    { quiet: '每周3次，第1书架，第15届运动会，检查20大类300个品种。\n' },
    { quiet: '有13项规定，共14个意识形态阵地，投入12.3农业资金。\n' },
  ],
  visit: {
    text(line, context) {
      digits(line, context)
      congresses(line, context)
    },
  },
})

const digits = eachMatch(DIGIT, ([digit]) => said(digit, chineseDigit(Number(digit))))

const congresses = eachMatch(CONGRESS, ([written, number, plan]) =>
  said(written, plan ? `十${chineseDigit(Number(plan))}` : number ? spellChineseNumber(Number(number)) : '二十'),
)

function said(written: string, instead: string) {
  return {
    message: message('这是定型的词语，其中的“{0}”应当写“{1}”（GB/T 15835—2011 4.2.3）。', written, instead),
    instead,
  }
}
