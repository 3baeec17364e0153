import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { addresseeStands } from '../../organs/standing.ts'

interface Command {
  readonly text: string
  readonly start: number
}

const COMMAND = /务必(?=于|在|按|将)|责令(?=[你贵])|限(?=[你贵].{0,6}于)|不得有误|否则后果自负/g

const commands = sectionFacts((section): readonly Command[] =>
  textLines(section).flatMap(({ text, at }) =>
    matchesOf(COMMAND, text).map((match) => ({ text: match[0], start: at.span.start + match.index })),
  ),
)

/** 函用商洽的语气，不用“务必”“责令”“遵照执行”；上级致下级的函不报。 */
export default rule({
  id: 'tone-command-in-letter',
  name: '函的语气',
  group: '语气',
  clause: '公文用语惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n务必于5日前报送。\n', reports: 1 },
    { bad: '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n现责令你局于5日前整改。\n', reports: 1 },
    { quiet: '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请于5日前函复。\n' },
    { quiet: '# 某某市水务局关于商请提供水文资料的函\n\n某某县水务局：\n\n务必于5日前报送。\n' },
    { quiet: '# 某某市水务局关于防汛工作的通知\n\n各县水务局：\n\n务必于5日前报送。\n' },
  ],
  visit: {
    document(document, { report }) {
      const standing = document.genre?.value === '函' ? addresseeStands(document) : 'below'
      if (standing === 'below') return
      for (const { fact, offset } of factsOf(document.tree, commands)) {
        report({
          at: { start: fact.start + offset, end: fact.start + offset + fact.text.length },
          message: message('函是商洽，“{0}”是指令口吻，宜写“请于……前函复”“请予支持”等。', fact.text),
          ...(standing === undefined ? { severity: 'hint' as const } : {}),
        })
      }
    },
  },
})
