import { absoluteSpan } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { suggestion } from '../../fixes.ts'
import { issuerName } from '../../organs/routing.ts'
import { addresseeStands } from '../../organs/standing.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

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
    genre(genre, { document, report }) {
      const { title, addressee } = document.main
      const at = addressee?.at ?? title?.at
      if (genre.value !== '批复' || !title || !at || addresseeStands(document) !== 'equal') return
      const found = matchTitle(title, /(?<=的)批复$/)
      report({
        at,
        message: message(
          '批复只答复下级机关的请示，{0}与{1}互不隶属，应当用“复函”（《条例》第八条第十二项）。',
          issuerName(document) ?? '',
          addressee?.value[0] ?? '',
        ),
        fixes: found?.whole
          ? [suggestion(message('文种改为“复函”'), { span: absoluteSpan(document.tree, found.at), text: '复函' })]
          : [],
      })
    },
  },
})
