import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { issuerName } from '../../organs/routing.ts'
import { BEGINNING } from '../../place.ts'
import { withHead } from '../../sample.ts'

const MAY_NOT =
  /^(?!国家|中国|中华|国务院|全国|中央)(?=.{0,40}[省县区市州旗镇乡道]).{2,40}(?:[局厅处科]|办公室|中心|公司|学校|医院|办事处|镇人民政府|乡人民政府)$/

/** 命令（令）由有权的人民政府和国务院部门发布；地方政府的部门、乡镇、公司一般无权。 */
export default rule({
  id: 'genre-order-issuer',
  name: '命令的发布机关',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条第三项',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('格式: 命令\n发文机关: 某某县教育局\n令号: 第5号', '现予公布，自公布之日起施行。\n'), reports: 1 },
    { quiet: withHead('格式: 命令\n发文机关: 某某县人民政府\n令号: 第5号', '现予公布，自公布之日起施行。\n') },
    { quiet: withHead('格式: 命令\n发文机关: 国家市场监督管理总局\n令号: 第5号', '现予公布，自公布之日起施行。\n') },
  ],
  visit: {
    genre(genre, { document, report }) {
      const name = genre.value === '命令' ? issuerName(document) : undefined
      if (name === undefined || !MAY_NOT.test(name)) return
      report({
        at: document.issuers[0]?.at ?? document.main.title?.at ?? BEGINNING,
        message: message(
          '“{0}”一般无权发布命令（令），请核对，多半应当用通告、通知或者决定（《条例》第八条第三项）。',
          name,
        ),
      })
    },
  },
})
