import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const LETTER = '# 某某市水务局关于商请提供水文资料的函\n\n某某市气象局：\n\n请予支持。\n'
const NOTICE = '# 某某市水务局关于加强防汛工作的通知\n\n各直属单位：\n\n请认真落实。\n'
/** They go to one organ or a few: 可以不加盖印章 is only for what is sent to all. */
const TO_ONE = new Set(['请示', '报告', '批复', '函'])
/** What a head of government signs himself. */
const PERSONAL = new Set(['命令', '议案'])
const UNSIGNED = new Set(['决议', '公报', '纪要'])

/** 有发文机关署名的加盖发文机关印章；只有普发性公文和电报可以不加盖。 */
export default rule({
  id: 'seal-with-signature',
  name: '署名加盖印章',
  group: '署名',
  clause: '《党政机关公文处理工作条例》第九条第十三项',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('署名方式: 不加盖印章', LETTER), reports: 1 },
    { bad: withHead('署名方式: 无', NOTICE), reports: 1 },
    { bad: withHead('署名方式: 签名章', NOTICE), reports: 1 },
    { quiet: withHead('署名方式: 不加盖印章', NOTICE) },
    { quiet: withHead('署名方式: 加盖印章', LETTER) },
    { quiet: withHead('署名方式: 无\n格式: 纪要', '# 某某市人民政府常务会议纪要\n\n会议议定事项如下。\n') },
    { quiet: LETTER },
  ],
  visit: {
    signatureForm: asWritten((typed, { document, report }, element) => {
      const genre = document.genre?.value
      if (genre === undefined || document.format === '纪要') return
      const form = String(element.value)
      if (form === '不加盖印章' && TO_ONE.has(genre)) {
        report({
          at: typed.at,
          message: message('{0}应当加盖印章，只有普发性公文和电报可以不加盖（《条例》第九条第十三项）。', genre),
        })
      } else if (form === '无' && !UNSIGNED.has(genre) && !PERSONAL.has(genre)) {
        report({
          at: typed.at,
          message: message('{0}应当有发文机关署名并加盖印章（《条例》第九条第十一项、第十三项）。', genre),
          ...(genre === '公告' || genre === '通告' || genre === '决定' ? { severity: 'hint' as const } : {}),
        })
      } else if (form === '签名章' && !PERSONAL.has(genre) && document.format !== '命令') {
        report({
          at: typed.at,
          message: message('{0}加盖发文机关印章，签名章只用于命令、议案（GB/T 9704—2012 7.3.5.3）。', genre),
        })
      }
    }),
  },
})
