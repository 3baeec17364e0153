import { profileProblem } from '../../../profile/problem.ts'
import type { Profile } from '../../../profile/profile.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'

/** 单位设置只能静默关闭实务规则；关闭有依据的规则，每份公文都提醒。 */
export default rule({
  id: 'rule-disabled',
  name: '关闭了有依据的规则',
  group: '校对工具',
  clause: '红头约定',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [{ quiet: '其他事项另行通知。\n' }, { quiet: '# 某某市人民政府关于春节放假的通知\n' }],
  visit: {
    setting({ name, severity, rule: set }, { document, report }) {
      if (!set) {
        report({ at: BEGINNING, severity: 'hint', ...unknownName(name, document.profile) })
        return
      }
      if (severity !== 'off' || set.strength === '实务' || set.strength === '旧规') return
      report({
        at: BEGINNING,
        message: placeOf(name, document.profile)
          ? message('单位设置关闭了“{0}”，这条规则的依据是{1}。', message(set.name), message(set.clause))
          : message('编辑器设置关闭了“{0}”，这条规则的依据是{1}。', message(set.name), message(set.clause)),
        ...(set.strength === '规定' ? {} : { severity: 'info' as const }),
      })
    },
  },
})

/** Set in the editor it has no place. */
function placeOf(name: string, { rulePlaces }: Profile) {
  return rulePlaces && Object.hasOwn(rulePlaces, name) ? rulePlaces[name] : undefined
}

function unknownName(name: string, profile: Profile) {
  const place = placeOf(name, profile)
  if (!place) return { message: message('设置里的“{0}”不是规则的编号、中文名称或者组名。', name) }
  const template = '{0}第{1}行：“{2}”不是规则的编号、中文名称或者组名。'
  const { message: sentence, related = [] } = profileProblem(place.uri, place.line, place.span, template, name)
  return { message: sentence, related }
}
