import type { Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { instructionOf } from '../../organs/consent.ts'

const TITLE = '# 某某市民政局关于限期整改的通知\n\n'
/** 文种 that always command. */
const COMMANDS = new Set(['命令', '决定', '批复'])
const COMMANDING = /责令|限(?:期|于[^，。]{1,12}前)|务必于|否则[^，。]{0,10}(?:追究|问责)|(?:予以|进行)(?:问责|约谈)/

/** 部门（办公厅、办公室除外）不得向下级党委、政府发布指令性公文。 */
export default rule({
  id: 'dept-no-directive-to-gov',
  name: '部门不指令下级政府',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十六条第二项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${TITLE}各县（市、区）人民政府：\n\n现责令限期整改。\n`, reports: 1 },
    { bad: '# 某某省水利厅关于表彰先进的决定\n\n各市、县人民政府：\n\n予以表彰。\n', reports: 1 },
    { quiet: `${TITLE}各县（市、区）民政局：\n\n现责令限期整改。\n` },
    { quiet: `${TITLE}各县（市、区）人民政府：\n\n经市政府同意，现责令限期整改。\n` },
    { quiet: '# 某某市人民政府办公室关于限期整改的通知\n\n各县（市、区）人民政府：\n\n现责令限期整改。\n' },
    { quiet: '# 某某市民政局关于商请提供数据的函\n\n甲县人民政府：\n\n请于5日前限期提供。\n' },
  ],
  visit: {
    document(document, { report }) {
      const genre = document.genre?.value
      if (genre === '函' || genre === undefined) return
      const instruction = instructionOf(document)
      if (!instruction || instruction.agreed || !instruction.government.at) return
      const commands = COMMANDS.has(genre) || factsOf(document.tree, commandsOf).length > 0
      if (!commands) return
      report({
        at: instruction.government.at,
        message: message(
          '“{0}”是政府部门，不得向下级政府“{1}”发布指令性公文；经政府同意的应当在文中注明，或者主送下级对口部门（《条例》第十六条第二项）。',
          instruction.department.name,
          instruction.government.name,
        ),
        ...(instruction.central ? { severity: 'hint' as const } : {}),
      })
    },
  },
})

const commandsOf = sectionFacts((section: Section) => (COMMANDING.test(section.text) ? [true] : []))
