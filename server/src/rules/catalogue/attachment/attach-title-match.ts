import { rule } from '../../define.ts'

const BODY = '# 某某市人民政府关于开展检查的通知\n\n各县（市、区）人民政府：\n\n请按时填报。\n\n'

/** 附件说明、附件标题、顺序号一致。 */
export default rule({
  id: 'attach-title-match',
  name: '附件名称一致',
  group: '附件',
  clause: 'GB/T 9704—2012 7.3.7',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  adopts: ['model-attachment-note-differs', 'model-title-differs'],
  examples: [
    { bad: `${BODY}附件：检查情况汇总表\n\n::附件[检查情况统计表]\n\n内容。\n`, reports: 1 },
    { bad: `${BODY}::附件[检查情况汇总表]\n\n# 检查情况统计表\n\n内容。\n`, reports: 1 },
    { quiet: `${BODY}附件：检查情况汇总表\n\n::附件[检查情况汇总表]\n\n内容。\n` },
    { quiet: `${BODY}::附件[检查情况汇总表]\n\n内容。\n\n::附件[检查要点]\n\n内容。\n` },
  ],
  visit: {},
})
