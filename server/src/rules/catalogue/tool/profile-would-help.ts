import type { GongwenDocument } from '../../../model/document.ts'
import { isClass, regionOf } from '../../../profile/organNames.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { routingOf } from '../../organs/routing.ts'
import { isUpward } from '../../organs/upward.ts'
import { BEGINNING } from '../../place.ts'
import { withHead } from '../../sample.ts'

const REQUEST = '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n'
const PROFILE = '机关:\n  - 名称: 某某市水务局\n    上级: 某某市人民政府\n'

/** 没有单位设置时，要用机关名录的规则不作判断；用得着时说一次。 */
export default rule({
  id: 'profile-would-help',
  name: '可以添加机关名录',
  group: '校对工具',
  clause: '红头约定',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文机关: 某某市水务局\n签发人: 王某某', REQUEST), reports: 1 },
    { bad: withHead('发文机关: [某某市水务局, 甲县财政局]'), reports: 1 },
    { quiet: withHead('发文机关: 某某市水务局\n签发人: 王某某', REQUEST), profile: PROFILE },
    { quiet: withHead('发文机关: 财政部\n签发人: 王某某', '# 财政部关于机构编制的请示\n\n国务院：\n\n请予审批。\n') },
    { quiet: '# 某某市水务局关于加强防汛工作的通知\n\n各直属单位：\n\n请认真落实。\n' },
    { quiet: REQUEST },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]') },
  ],
  visit: {
    document(document, { report }) {
      if (document.profile.sources.length > 0 || !isAsked(document)) return
      report({
        at: document.main.title?.at ?? BEGINNING,
        message: message(
          '没有单位设置（红头.yaml），不知道这些机关的隶属关系：写上机关的名称、代字、上级、级别后，还能查越级行文、抄送下级、同级联合行文和代字。',
        ),
      })
    },
  },
})

/** A rule would have looked up an organ that is not in the public directory. Only for documents that name their issuer. */
function isAsked(document: GongwenDocument): boolean {
  if (!document.issuers.some(({ origin }) => origin === 'frontMatter')) return false
  const { issuers, addressees } = routingOf(document)
  // A placeholder is not a name yet.
  if (issuers.some(({ name }) => /[【×]/.test(name))) return false
  const unknown = issuers.some(({ organ }) => organ === undefined)
  // Organs of one place, as most joint documents have them, need no directory.
  if (issuers.length > 1) return unknown && new Set(issuers.map(({ name }) => regionOf(name))).size > 1
  if (!isUpward(document)) return false
  return unknown || addressees.some(({ organ, name }) => organ === undefined && !isClass(name))
}
