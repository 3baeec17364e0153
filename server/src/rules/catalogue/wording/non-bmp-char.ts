import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { SIMPLIFIED } from '../../words/traditional.ts'

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]{1,40}`, 'g')
/** The first halves of the characters of planes 2 and 3. */
const SURROGATES = Array.from({ length: 0x80 }, (_, at) => String.fromCharCode(0xd840 + at))
/** Beyond the first plane: few fonts have them. */
const RARE = /[\u{20000}-\u{3FFFF}]/gu

/** 用规范汉字；生僻字核对字体。 */
export default rule({
  id: 'non-bmp-char',
  name: '繁体字和生僻字',
  group: '用语',
  clause: '《国家通用语言文字法》第九条',
  strength: '规定',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: [...SIMPLIFIED.keys(), ...SURROGATES].join(''),
  examples: [
    { bad: '加強機關建設，落實責任。\n', good: '加强机关建设，落实责任。\n', reports: 3 },
    { quiet: '加强机关建设，落实责任。\n' },
    { quiet: '加强於潜镇机关建设，落实乾隆年间古桥的保护责任。\n' },
  ],
  visit: {
    text(line, context) {
      traditional(line, context)
      rare(line, context)
    },
  },
})

const traditional = eachMatch(TRADITIONAL, ([written]) => {
  const instead = Array.from(written, (character) => SIMPLIFIED.get(character) ?? character).join('')
  return {
    message: message('公文用规范汉字，“{0}”应当写“{1}”（《国家通用语言文字法》第九条）。', written, instead),
    instead,
  }
})

const rare = eachMatch(RARE, ([character]) => ({
  message: message('“{0}”是生僻字，许多字体没有，请核对字形和印出来的样子。', character),
  severity: 'hint',
}))
