import { allParts } from '../../../model/traverse.ts'
import { absoluteSpan } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

/** 附件和图片的文件要在。 */
export default rule({
  id: 'attach-file-missing',
  name: '附件文件存在',
  group: '跨文件',
  clause: 'GB/T 9704—2012 7.3.4（附件应当与正文一起装订）',
  strength: '推荐',
  severity: 'warning',
  fix: 'none',
  scope: 'workspace',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于普查的通知\n\n请遵照执行。\n\n::附件[统计表]{文件="统计表.pdf"}\n',
      missing: ['统计表.pdf'],
      reports: 1,
    },
    { bad: '# 某某市人民政府关于普查的通知\n\n![流程图](流程.png)\n', missing: ['流程.png'], reports: 1 },
    {
      quiet: '# 某某市人民政府关于普查的通知\n\n请遵照执行。\n\n::附件[统计表]{文件="统计表.pdf"}\n',
      missing: [],
    },
    { quiet: '# 某某市人民政府关于普查的通知\n\n请遵照执行。\n\n::附件[统计表]{另附}\n', missing: [] },
  ],
  visit: {
    missing(missing, { document, report }) {
      if (missing.length === 0) return
      for (const part of allParts(document)) {
        if (part.file !== undefined && part.at && missing.includes(part.file)) {
          report({
            at: absoluteSpan(document.tree, part.at),
            message: message('找不到附件的文件“{0}”。请检查文件名，路径从这份公文所在的文件夹算起。', part.file),
          })
        }
        for (const block of part.body) {
          if (block.kind !== 'figure' || !missing.includes(block.path)) continue
          report({
            at: absoluteSpan(document.tree, block.at),
            message: message('找不到图片“{0}”。请检查文件名，路径从这份公文所在的文件夹算起。', block.path),
          })
        }
      }
    },
  },
})
