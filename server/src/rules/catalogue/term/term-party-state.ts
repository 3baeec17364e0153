import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const DOUBLED = /中共[^，。；、\s]{1,8}?([省市县区州盟旗镇乡])\1委(?!员)|中共[^，。；、\s]{1,8}?自治区自治区党委/g

/** 中共某某市委，不写“中共某某市市委”。 */
export default rule({
  id: 'term-party-state',
  name: '党委名称不重复',
  group: '慎用语',
  clause: '《新华社新闻报道中的禁用词和慎用词》',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: ['中共'],
  examples: [
    {
      bad: '中共某某市市委书记到会，中共某某省省委作出决定。\n',
      good: '中共某某市委书记到会，中共某某省委作出决定。\n',
      reports: 2,
    },
    { quiet: '中共某某市委书记到会，某某市市委办公室承办。\n' },
    { quiet: '中共沙市区委、中共津市市委员会作出决定。\n' },
  ],
  visit: {
    text: eachMatch(DOUBLED, ([whole, level]) => {
      // 津市市 and 沙市市 are named so.
      if (/(?:津|沙|新)市市委$/.test(whole)) return undefined
      const instead = level === undefined ? whole.replace('自治区自治区党委', '自治区党委') : `${whole.slice(0, -2)}委`
      return {
        message: message(
          '党委名称前有“中共”时，行政区划通名不重复，“{0}”宜写“{1}”（《新华社新闻报道中的禁用词和慎用词》）。',
          whole,
          instead,
        ),
        instead,
      }
    }),
  },
})
