import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** Right symbols; any other case of the same letters is wrong. `ml` and `mL` are both right. */
const SYMBOLS = [
  'km',
  'cm',
  'mm',
  'kg',
  'mg',
  'kW',
  'MW',
  'kWh',
  'kV',
  'kVA',
  'kPa',
  'MPa',
  'Hz',
  'kHz',
  'MHz',
  'GHz',
  'kJ',
  'mL',
  'ml',
]
const RIGHT = new Map(SYMBOLS.map((symbol) => [symbol.toLowerCase(), symbol]))
/** mw, mhz and mpa could be milli or mega; nobody means milli in a public document but for MW. */
const AMBIGUOUS = new Set(['mw'])
const SYMBOL =
  /(?<![A-Za-z\-0-9.#])[0-9]{1,9}(?:\.[0-9]{1,4})?[万亿多余]?[ ]?((?:km|cm|mm|kg|mg|kwh|kw|kva|kv|kpa|mpa|khz|mhz|ghz|hz|kj|ml|mw))(?![A-Za-z0-9])/gi

/** 单位符号的大小写。 */
export default rule({
  id: 'unit-symbol-case',
  name: '单位符号大小写',
  group: '计量单位',
  clause: 'GB 3100；GB/T 9704—2012 第9章',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: 'KMGWHCkmghc',
  examples: [
    { bad: '全长12KM，重300KG，装机500KW。\n', good: '全长12km，重300kg，装机500kW。\n', reports: 3 },
    { bad: '频率为900mhz，线路电压10Kv。\n', good: '频率为900MHz，线路电压10kV。\n', reports: 2 },
    { quiet: '全长12km，重300kg，装机500kW，线路电压10kV，容积500ml或者500mL。\n' },
    { quiet: '型号A5KM和X-3KG，装机300MW，路线为G30KM。\n' },
  ],
  visit: {
    text: eachMatch(SYMBOL, ([whole, symbol = '']) => {
      const key = symbol.toLowerCase()
      const right = RIGHT.get(key)
      if (right === undefined || AMBIGUOUS.has(key) || SYMBOLS.includes(symbol)) return undefined
      return {
        message: message('单位符号的大小写有规定，“{0}”应当写“{1}”（GB 3100）。', symbol, right),
        start: whole.length - symbol.length,
        instead: right,
      }
    }),
  },
})
