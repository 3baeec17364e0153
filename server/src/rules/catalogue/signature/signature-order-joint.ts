import { sameOrgan } from '../../../profile/organNames.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { issuingOrgans, markedOrgans, signingOrgans } from '../../organs/organLists.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 联合行文的署名顺序与发文机关顺序一致，主办机关在前。 */
export default rule({
  id: 'signature-order-joint',
  name: '联合署名顺序',
  group: '署名',
  clause: 'GB/T 9704—2012 7.2.4、7.3.5.2',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('发文机关: [某某市教育局, 某某市财政局]\n署名: [市财政局, 市教育局]'),
      reports: 1,
    },
    {
      bad: withHead('发文机关标志: [某某市教育局, 某某市财政局, 文件]\n署名: [某某市财政局, 某某市教育局]'),
      reports: 1,
    },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]\n署名: [市教育局, 市财政局]') },
    { quiet: withHead('发文机关标志: 主办\n发文机关: [某某市教育局, 某某市财政局]') },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]\n署名: 市教育局') },
  ],
  visit: {
    signatory: asWritten((typed, { document, report }) => {
      const names = signingOrgans(document)
      const issuing = issuingOrgans(document)
      const expected = issuing.length > 0 ? issuing : markedOrgans(document)
      if (names.length < 2 || names.length !== expected.length) return
      const places = names.map((name) => expected.findIndex((other) => sameOrgan(name, other)))
      if (places.includes(-1) || new Set(places).size < places.length) return
      const wrong = places.findIndex((place, index) => place !== index)
      if (wrong < 0) return
      report({
        at: typed.at,
        message: message(
          '联合署名的顺序应当与发文机关一致，主办机关在前：这里第{0}个应当是“{1}”（GB/T 9704—2012 7.3.5.2）。',
          wrong + 1,
          expected[wrong] as string,
        ),
      })
    }),
  },
})
