import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { reportsAmongEquals } from '../../readings/amongEquals.ts'

/** 不相隶属的机关之间请求批准用函，不用请示。 */
export default rule({
  id: 'genre-letter-for-nonsubordinate',
  name: '不相隶属机关用函',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条第十四项',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市教育局关于增加编制经费的请示\n\n某某市财政局：\n\n请予审批。\n', reports: 1 },
    { quiet: '# 某某市教育局关于增加编制经费的函\n\n某某市财政局：\n\n请予支持。\n' },
    { quiet: '# 某某市教育局关于增加编制经费的请示\n\n某某市人民政府：\n\n请予审批。\n' },
    { quiet: '# 某某县教育局关于增加编制经费的请示\n\n某某市教育局：\n\n请予审批。\n' },
    { quiet: '# 某某市第一中学关于增加编制经费的请示\n\n某某市教育局：\n\n请予审批。\n' },
    { quiet: '# 某某市公安局某某分局关于增加编制经费的请示\n\n某某市公安局：\n\n请予审批。\n' },
  ],
  visit: {
    genre: reportsAmongEquals({
      genre: '请示',
      instead: '函',
      fix: message('文种改为“函”'),
      say: (issuer, addressee) =>
        message('{0}与{1}互不隶属，请求批准用“函”，不用“请示”（《条例》第八条第十四项）。', issuer, addressee),
    }),
  },
})
