import assert from 'node:assert/strict'
import { metadataOf } from '../../server/src/model/metadata.ts'
import { METADATA_ITEMS } from '../../server/src/standard/metadata.ts'
import { documentOf } from '../support/pipeline.ts'

/** What is known of a document, without what is not. */
function known(text: string): Record<string, readonly string[]> {
  const entries = Object.entries(metadataOf(documentOf(text)))
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0))
}

describe('metadata of a 公文 (GB/T 33480—2016)', () => {
  it('has every item from the document', () => {
    const text = `---
公文标识: GW-2026-0012
份号: 000001
密级: 机密★1年
紧急程度: 特急
发文机关: [某某市教育局, 某某市财政局]
发文字号: 某教发〔2026〕12号
签发人: [王某某, 李某某]
成文日期: 2026年11月2日
附注: 联系人：王某某
抄送: 市委办公室。
印发机关: 某某市教育局办公室
印发日期: 2026年11月23日印发
发布层次: 此件发至县团级
---

# 关于经费的请示

市政府：

妥否，请批示。

::附件[经费测算表]

表略。
`
    const found = known(text)
    assert.deepEqual(found, {
      identifier: ['GW-2026-0012'],
      genre: ['请示'],
      copyNumber: ['000001'],
      secrecy: ['机密★1年'],
      urgency: ['特急'],
      issuerMark: ['某某市教育局', '某某市财政局', '文件'],
      docNumber: ['某教发〔2026〕12号'],
      approvers: ['王某某', '李某某'],
      addressees: ['市政府'],
      attachments: ['经费测算表'],
      signatories: ['某某市教育局', '某某市财政局'],
      issueDate: ['2026-11-02'],
      notes: ['联系人：王某某'],
      copyTo: ['市委办公室。'],
      printer: ['某某市教育局办公室'],
      printDate: ['2026-11-23'],
      releaseLevel: ['此件发至县团级'],
    })
    assert.deepEqual(
      Object.keys(found),
      METADATA_ITEMS.map(({ name }) => name),
    )
  })

  it('takes the number of an order, who signed it, and the number of 纪要', () => {
    const order = known(
      '---\n格式: 命令\n发文机关: 某某市人民政府\n令号: 第12号\n签署人: 市长 王某某\n---\n\n现予公布。\n',
    )
    assert.deepEqual([order.docNumber, order.signatories], [['第12号'], ['市长 王某某']])
    assert.deepEqual(known('---\n格式: 纪要\n期号: 第8期\n---\n\n# 会议纪要\n').docNumber, ['第8期'])
  })

  it('leaves out what is no date', () => {
    assert.equal(known('---\n成文日期: 2026年11月\n---\n\n# 通知\n').issueDate, undefined)
  })
})
