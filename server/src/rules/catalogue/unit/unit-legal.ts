import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** Units that are not legal ones, with the legal unit and how many of it; no factor where nothing but the name changes. */
const UNITS: Readonly<Record<string, string>> = {
  公分: '厘米',
  公尺: '米',
  公升: '升',
  平米: '平方米',
  平方公尺: '平方米',
  英寸: '厘米（1英寸约合2.54厘米）',
  英尺: '米（1英尺约合0.3米）',
  英里: '公里（1英里约合1.6公里）',
  英亩: '公顷（1英亩约合0.4公顷）',
  华里: '公里（1华里合0.5公里）',
  市尺: '米（3市尺合1米）',
  市里: '公里（1市里合0.5公里）',
  市斤: '公斤（1市斤合0.5公斤）',
  市亩: '公顷（15市亩合1公顷）',
  加仑: '升',
  马力: '千瓦（1马力约合0.735千瓦）',
  磅: '公斤（1磅约合0.454公斤）',
  盎司: '克',
  斤: '公斤（1斤合0.5公斤）',
}
/** Only these are renamed without reckoning. */
const RENAMED = new Set(['公分', '公尺', '公升', '平米', '平方公尺'])
const UNIT = new RegExp(`(?:${Object.keys(UNITS).join('|')})(?![一-龥]*屏)(?!半|两|斗)`, 'g')
/** Looked at when a unit was found: a pattern that begins with it could not leap from unit to unit. */
const NUMERAL = /[0-9一二三四五六七八九十百千万亿余多两半]/

/** 用法定计量单位。 */
export default rule({
  id: 'unit-legal',
  name: '法定计量单位',
  group: '计量单位',
  clause: 'GB 3100；《计量法》第三条；GB/T 9704—2012 第9章',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: Object.keys(UNITS),
  examples: [
    { bad: '间距30公分，面积120平米。\n', good: '间距30厘米，面积120平方米。\n', reports: 2 },
    { bad: '收购粮食3000斤，配备80马力拖拉机。\n', reports: 2 },
    { quiet: '间距30厘米，面积120平方米，收购粮食1500公斤。\n' },
    { quiet: '气势磅礴，赔偿10英镑，三斤两斗均不采信，配备27英寸屏幕。\n' },
  ],
  visit: {
    text: eachMatch(UNIT, ({ 0: unit, index }, text) =>
      NUMERAL.test(text.charAt(index - 1))
        ? {
            message: message('“{0}”不是法定计量单位，宜用{1}（GB 3100）。', unit, message(UNITS[unit] as string)),
            ...(RENAMED.has(unit) ? { instead: UNITS[unit] as string } : {}),
          }
        : undefined,
    ),
  },
})
