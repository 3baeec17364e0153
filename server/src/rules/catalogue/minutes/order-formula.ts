import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'

const PROMULGATES = /(?:现予|予以|现)(?:公布|发布)|公布《|发布《/

/** 公布令写明经什么会议通过、从哪天起施行；施行日期写在所公布的文件里的不报。 */
export default rule({
  id: 'order-formula',
  name: '命令写明通过与施行',
  group: '纪要与命令',
  clause: 'GB/T 9704—2012 10.2；命令惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead(
        '格式: 命令\n发文机关: 某某市人民政府\n令号: 第5号',
        '《某某市水资源管理办法》已经2026年3月5日市政府第五次常务会议通过，现予公布。\n',
      ),
      reports: 1,
    },
    {
      bad: withHead(
        '格式: 命令\n发文机关: 某某市人民政府\n令号: 第5号',
        '现公布《某某市水资源管理办法》，自2026年5月1日起施行。\n',
      ),
      reports: 1,
    },
    {
      quiet: withHead(
        '格式: 命令\n发文机关: 某某市人民政府\n令号: 第5号',
        '《某某市水资源管理办法》已经2026年3月5日市政府第五次常务会议通过，现予公布，自2026年5月1日起施行。\n',
      ),
    },
    {
      quiet: withHead(
        '格式: 命令\n发文机关: 某某市人民政府\n令号: 第5号',
        '《某某市水资源管理办法》已经市政府常务会议通过，现予公布。\n\n::印发[某某市水资源管理办法]\n\n第一条　本办法自2026年5月1日起施行。\n',
      ),
    },
    { quiet: withHead('格式: 命令\n发文机关: 某某市人民政府\n令号: 第5号', '任命王某某为某某市水务局局长。\n') },
  ],
  visit: {
    document(document, { report }) {
      const { genre, main } = document
      const block =
        genre?.value === '命令'
          ? main.body.find((each) => each.kind === 'paragraph' && PROMULGATES.test(textAt(each.at)))
          : undefined
      if (!block) return
      const text = main.body.map(({ at }) => textAt(at)).join('')
      const effective =
        /施行|生效|实施/.test(text) ||
        document.issued.some(({ body }) => body.some(({ at }) => /起施行|生效/.test(textAt(at))))
      if (!effective) {
        report({ at: block.at, message: message('公布令没有写从哪天起施行，一般写“现予公布，自×年×月×日起施行”。') })
      } else if (!/通过|批准|同意|审议/.test(text)) {
        report({
          at: block.at,
          message: message('公布令一般写明经哪次会议通过：“《……》已经×年×月×日某某会议通过，现予公布”。'),
          severity: 'hint',
        })
      }
    },
  },
})
