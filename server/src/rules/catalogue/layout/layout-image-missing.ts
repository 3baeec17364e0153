import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { problemsOf } from '../../layoutPlaces.ts'

/** 图片没有印出来、没有印全的。 */
export default rule({
  id: 'layout-image-missing',
  name: '图片没有印出',
  group: '版面',
  // What is printed is checked against what was approved before it leaves; a frame is not what was approved.
  clause: '《党政机关公文处理工作条例》第二十五条（印制应当确保质量，核发应当检查文字、格式和印刷质量）',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n![河道图](河道.png)\n', reports: 1 },
    { quiet: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
    { quiet: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n| 项目 | 金额 |\n|---|---|\n| 堤防 | 5 |\n' },
  ],
  visit: {
    layout({ problems }, { document, report }) {
      for (const { span, args } of problemsOf(document, problems, 'image-unprinted')) {
        const [path = '', fault = ''] = args
        report({ at: span, message: message(SENTENCES[fault] ?? UNREADABLE, path) })
      }
      for (const { span, args } of problemsOf(document, problems, 'image-incomplete')) {
        report({
          at: span,
          message: message('图片“{0}”里的{1}印不出来。请在绘图软件里转成普通的图形、文字，或者另存为 PNG。', ...args),
        })
      }
      for (const { span, args } of problemsOf(document, problems, 'image-simplified')) {
        report({ at: span, severity: 'info', message: message('图片“{0}”里的{1}印得比原图简单，请看样。', ...args) })
      }
    },
  },
})

const UNREADABLE = '图片“{0}”不是完好的 PNG、JPEG 或 SVG，没有印出。请用看图软件打开检查，另存后再用。'

/** By why the typesetter has no image. */
const SENTENCES: Readonly<Record<string, string>> = {
  'image-missing': '找不到图片“{0}”，没有印出。请检查文件名，路径从公文所在的文件夹算起。',
  'image-outside': '图片“{0}”不在公文所在的文件夹里，没有印出。请把图片放进这个文件夹，再写相对路径。',
  'image-denied': '没有权限读取图片“{0}”，或者它指向文件夹以外，没有印出。请检查。',
  'image-too-large': '图片“{0}”的文件太大（PNG、JPEG 上限 30 MB，SVG 上限 5 MB），没有印出。请压缩后再用。',
  'image-too-many-pixels':
    '图片“{0}”像素太多（上限 1 亿；透明、交错的 PNG 2500 万，CMYK 颜色的 JPEG 1600 万），没有印出。请缩小后再用。',
  'image-too-complex': '图片“{0}”的图形太复杂，没有印出。请在绘图软件里简化，或者另存为 PNG。',
}
