import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { reportsAmongEquals } from '../../readings/amongEquals.ts'

/** 批复只答复下级机关的请示，答复平级机关用复函。 */
export default rule({
  id: 'genre-reply-target',
  name: '批复只答复下级请示',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条第十二项、第十四项',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市财政局关于教育经费的批复\n\n某某市教育局：\n\n同意你局意见。\n', reports: 1 },
    { quiet: '# 某某市财政局关于教育经费的复函\n\n某某市教育局：\n\n同意你局意见。\n' },
    { quiet: '# 某某市人民政府关于教育经费的批复\n\n某某市教育局：\n\n同意。\n' },
    { quiet: '# 某某市教育局关于建校的批复\n\n某某县教育局：\n\n同意。\n' },
    { quiet: '# 某某市财政局关于设立小额贷款公司的批复\n\n某某市某某小额贷款有限公司：\n\n同意设立。\n' },
  ],
  visit: {
    genre: reportsAmongEquals({
      genre: '批复',
      instead: '复函',
      fix: message('文种改为“复函”'),
      say: (issuer, addressee) =>
        message(
          '批复只答复下级机关的请示，{0}与{1}互不隶属，应当用“复函”（《条例》第八条第十二项）。',
          issuer,
          addressee,
        ),
    }),
  },
})
