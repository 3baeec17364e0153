import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { isInnerOffice } from '../../organs/innerOffice.ts'
import { routingOf } from '../../organs/routing.ts'
import { withHead } from '../../sample.ts'

/** 部门内设机构除办公厅（室）外不得对外正式行文。 */
export default rule({
  id: 'inner-office-no-external',
  name: '内设机构不对外行文',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十七条',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市教育局人事科关于核对编制的函\n\n某某市财政局：\n\n请予核对。\n', reports: 1 },
    {
      bad: withHead('发文机关: 某某省水利厅规划计划处', '# 关于报送计划的通知\n\n各市水利局：\n\n请报送。\n'),
      reports: 1,
    },
    { quiet: '# 某某市教育局办公室关于核对编制的函\n\n某某市财政局：\n\n请予核对。\n' },
    { quiet: '# 某某市公安局交通警察支队关于核对数据的函\n\n某某市财政局：\n\n请予核对。\n' },
    { quiet: '# 某某市教育局人事科关于核对编制的通知\n\n局机关各科室：\n\n请核对。\n' },
  ],
  visit: {
    document(document, { report }) {
      const { issuers, addressees } = routingOf(document)
      const inner = issuers.find(({ name }) => isInnerOffice(name))
      if (!inner || addressees.length === 0 || addressees.every(({ name }) => WITHIN.test(name))) return
      const at = inner.at ?? document.main.title?.at
      if (!at) return
      // Offices of ministries do write letters in matters of their own.
      const central = /部[\p{Script=Han}]{2,12}司$/u.test(inner.name)
      report({
        at,
        message: message(
          '内设机构除办公厅（室）外不得对外正式行文，“{0}”应当以机关名义行文（《条例》第十七条）。',
          inner.name,
        ),
        ...(central ? { severity: 'hint' as const } : {}),
      })
    },
  },
})

const WITHIN = /^(?:各|本|机关|局|厅|委|部|所属|直属)[^，]{0,6}(?:处|科|室|股|队|单位|部门)/
