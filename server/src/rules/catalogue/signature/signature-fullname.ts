import type { GongwenDocument } from '../../../model/document.ts'
import { directoryOf } from '../../../profile/directory.ts'
import { sameOrgan } from '../../../profile/organNames.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { isLooseName, properName } from '../../organs/looseNames.ts'
import { issuingOrgans, markedOrgans, signingOrgans } from '../../organs/organLists.ts'
import { within } from '../../place.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** A place is no organ: ××市 for ××市人民政府. */
const PLACE = /^(?!中共|中国)[\p{Script=Han}×]{1,10}(?:省|自治区|市|县|自治州|镇|乡|街道)$/u
/** 启, 谨启 and the like end a letter, not a 公文. */
const LETTER_END = /(?:谨|敬)?(?:启|上|呈)$/u

/** 署名用全称或者规范化简称，与发文机关、发文机关标志是同一机关。 */
export default rule({
  id: 'signature-fullname',
  name: '署名用全称',
  group: '署名',
  clause: '《党政机关公文处理工作条例》第九条第十一项、第十三项',
  strength: '规定',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('署名: 县府'), good: withHead('署名: 县政府'), reports: 1 },
    { bad: withHead('署名: 我局'), reports: 1 },
    { bad: withHead('署名: 某某市'), reports: 1 },
    { bad: withHead('署名: 某某市人民政府启'), reports: 1 },
    { bad: withHead('发文机关: 某某市教育局\n署名: 某某市财政局'), reports: 1 },
    { bad: withHead('发文机关标志: 某某市教育局文件\n署名: 某某市体育局'), reports: 1 },
    { quiet: withHead('发文机关: 某某市教育局\n署名: 市教育局') },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]\n署名: [市教育局, 市财政局]') },
    { quiet: withHead('发文机关标志: 中共某某市委文件\n署名: 中共某某市委员会') },
    {
      quiet: withHead('发文机关: 某某市大数据发展管理局\n署名: 市数据局'),
      profile: '机关:\n  - 名称: 某某市大数据发展管理局\n    简称: 市数据局\n',
    },
  ],
  visit: {
    signatory: asWritten((typed, { document, report }) => {
      const names = signingOrgans(document)
      if (names.length === 0) return
      const loose = names.find(isLooseName)
      if (loose !== undefined) {
        const start = typed.text.indexOf(loose)
        const at = start < 0 ? typed.at : within(typed.at, start, start + loose.length)
        const proper = properName(loose)
        report({
          at,
          message: message('署名应当用发文机关全称或者规范化简称，“{0}”不规范（《条例》第九条第十一项）。', loose),
          fixes: proper && start >= 0 ? [replaceBy('suggestion', at.span, proper)] : [],
        })
        return
      }
      const odd =
        names.find((name) => PLACE.test(name)) ?? names.find((name) => LETTER_END.test(name) && name.length > 4)
      if (odd !== undefined) {
        report({
          at: typed.at,
          message: PLACE.test(odd)
            ? message('“{0}”是地名，署名应当写发文机关名称，如“{0}人民政府”（《条例》第九条第十一项）。', odd)
            : message('署名只写发文机关名称，“{0}”后面不加“启”一类的字（《条例》第九条第十一项）。', odd),
          severity: 'warning',
        })
        return
      }
      const issuing = issuingOrgans(document)
      const expected = issuing.length > 0 ? issuing : markedOrgans(document)
      const stranger = names.find((name) => expected.every((other) => !isSame(name, other, document)))
      if (stranger === undefined || expected.length === 0) return
      report({
        at: typed.at,
        message: message(
          '署名“{0}”与发文机关“{1}”不是同一机关，请核对：署名、发文机关标志、印章应当一致（《条例》第九条第十三项）。',
          stranger,
          expected.join('、'),
        ),
        severity: 'warning',
      })
    }),
  },
})

function isSame(one: string, other: string, { profile }: GongwenDocument): boolean {
  if (sameOrgan(one, other) || sameOrgan(other.replace(/^中共/, ''), one.replace(/^中共/, ''))) return true
  const { find } = directoryOf(profile)
  const organ = find(one)
  return organ !== undefined && organ === find(other)
}
