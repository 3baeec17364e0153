import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** Physical units only: 元/m², 人/km² and mg/天 join a symbol to what has none, and are right. */
const NAMES: Readonly<Record<string, string>> = {
  秒: 's',
  小时: 'h',
  时: 'h',
  升: 'L',
  克: 'g',
  千克: 'kg',
  公斤: 'kg',
  吨: 't',
  米: 'm',
  平方米: 'm²',
  立方米: 'm³',
  公里: 'km',
  千米: 'km',
  公顷: 'hm²',
  毫克: 'mg',
  毫升: 'mL',
}
const NAME = Object.keys(NAMES)
  .sort((a, b) => b.length - a.length)
  .join('|')
const SYMBOL = '(?:m[²³23]|㎡|km[²2]?|cm|mm|kg|mg|μg|mL|kW|m|g|t|L|s|h)'
const MIXED = new RegExp(
  `(?<![A-Za-z])(${SYMBOL})[/／](${NAME})(?![一-龥]?[次人台])|(?<=[0-9万亿])(${NAME})[/／](${SYMBOL})(?![A-Za-z0-9])`,
  'g',
)

/** 组合单位里，符号和中文名称不混用。 */
export default rule({
  id: 'unit-space-and-name',
  name: '单位符号与名称不混用',
  group: '计量单位',
  clause: 'GB 3100；GB 3101',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '/／',
  examples: [
    { bad: '风速不低于8m/秒，浓度为35毫克/m³。\n', good: '风速不低于8m/s，浓度为35mg/m³。\n', reports: 2 },
    { quiet: '风速不低于8m/s，浓度为35毫克/立方米。\n' },
    { quiet: '租金30元/m²，密度200人/km²，用水120L/人，每班10h/天。\n' },
  ],
  visit: {
    text: eachMatch(MIXED, ([whole, symbol, name, firstName = '', lastSymbol = '']) => {
      const instead = symbol === undefined ? `${NAMES[firstName]}/${lastSymbol}` : `${symbol}/${NAMES[name ?? '']}`
      return {
        message: message('组合单位里符号和中文名称不混用，“{0}”宜写“{1}”（GB 3100）。', whole, instead),
        instead,
      }
    }),
  },
})
