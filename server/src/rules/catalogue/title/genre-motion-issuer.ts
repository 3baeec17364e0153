import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { issuerName } from '../../organs/routing.ts'
import { BEGINNING } from '../../place.ts'

/** Departments and enterprises; a 常务委员会 is no department. */
const MAY_NOT = /^(?:.{2,40}(?:[局厅处科]|办公室|中心|公司)|.{2,30}(?<!常务)委员会)$/

/** 议案只用于各级人民政府向同级人大及其常委会提请审议事项。 */
export default rule({
  id: 'genre-motion-issuer',
  name: '议案的提出机关',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条第十三项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某区财政局关于预算调整的议案\n', reports: 1 },
    { quiet: '# 某某区人民政府关于提请审议预算调整方案的议案\n' },
    { quiet: '# 某某市人民代表大会常务委员会关于修改议事规则的议案\n' },
    { quiet: '# 国务院关于提请审议机构改革方案的议案\n' },
  ],
  visit: {
    genre(genre, { document, report }) {
      const name = genre.value === '议案' ? issuerName(document) : undefined
      if (name === undefined || !MAY_NOT.test(name)) return
      report({
        at: document.issuers[0]?.at ?? document.main.title?.at ?? BEGINNING,
        message: message(
          '议案由各级人民政府向同级人民代表大会或者其常务委员会提出，“{0}”不能提议案（《条例》第八条第十三项）。',
          name,
        ),
      })
    },
  },
})
