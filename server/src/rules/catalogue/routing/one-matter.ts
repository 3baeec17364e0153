import type { At, Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { within } from '../../place.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

const TO = '\n\n某某市人民政府：\n\n'
/** Two requests in one title, each with its verb. */
const TWO =
  /(?:增加|增拨|追加|拨付|解决|核定|批准|新建|购置|调整|设立|成立|申请|招聘|变更|减免)[^的和及并与、]{1,16}(?:和|及|并|与|以及|、)(?:增加|增拨|追加|拨付|解决|核定|批准|新建|购置|调整|设立|成立|申请|招聘|变更|减免)[^的]{2,16}(?:的|事项)/
/** A second matter that is added at the end. */
const ADDED =
  /(?:另外|此外|与此同时|同时)，?(?:我[局厅委办市县区镇乡院校]|我们)?(?:还|也|再|一并)?(?:恳|特|拟)?请(?:求|示)?[^。；]{0,30}(?:批准|拨付|增拨|追加|解决|核定|增加|调整)/

/** 请示一文一事。 */
export default rule({
  id: 'one-matter',
  name: '请示一文一事',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十五条第四项',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `# 某某市水务局关于增加人员编制和拨付防汛经费的请示${TO}请予审批。\n`, reports: 1 },
    {
      bad: `# 某某市水务局关于增加防汛经费的请示${TO}请拨付200万元。此外，我局还请求增加编制2名。\n`,
      reports: 1,
    },
    { quiet: `# 某某市水务局关于增加防汛经费的请示${TO}请拨付200万元。\n` },
    { quiet: `# 某某市水务局关于防汛和抗旱经费的请示${TO}请拨付200万元。\n` },
    { quiet: `# 某某市水务局关于加强防汛工作的通知\n\n各单位：\n\n同时，请求支援的要及时报告批准。\n` },
  ],
  visit: {
    document({ genre, main, tree }, { report }) {
      if (genre?.value !== '请示' || !main.title) return
      const said = message(
        '请示应当一文一事，这里好像请示了不止一件事；不相干的事项请另文请示（《条例》第十五条第四项）。',
      )
      const title = matchTitle(main.title, TWO)
      if (title) report({ at: title.at, message: said })
      else for (const { fact } of factsOf(tree, addedIn)) report({ at: fact, message: said })
    },
  },
})

const addedIn = sectionFacts((section: Section): readonly At[] =>
  /另外|此外|同时/.test(section.text)
    ? textLines(section).flatMap(({ text, at }) => {
        const match = ADDED.exec(text)
        return match ? [within(at, match.index, match.index + match[0].length)] : []
      })
    : [],
)
