import assert from 'node:assert/strict'
import { documentOf } from '../support/pipeline.ts'
import { outlineOf } from './support/outline.ts'

describe('title zone', () => {
  it('takes a title on several lines as the drafter broke it', () => {
    const { main, genre } = documentOf('# 某某市教育局　某某市财政局\n\n# 关于做好取暖工作的通知\n各学校：\n正文。')
    assert.deepEqual(main.title?.value, ['某某市教育局　某某市财政局', '关于做好取暖工作的通知'])
    assert.equal(main.title?.lines?.length, 2)
    assert.equal(genre?.value, '通知')
    assert.deepEqual(main.addressee?.value, ['各学校'])
  })

  it('tells 副题 and 题注 apart', () => {
    const { main, head } = documentOf(
      '# 某某大会关于某某的决议\n（试行）\n（2026年3月6日某某市第九届人民代表大会第一次会议通过）\n会议听取了报告。',
    )
    assert.equal(main.subtitle?.value, '（试行）')
    assert.match(main.adoption?.value ?? '', /会议通过/)
    assert.equal(head.signatureForm?.value, '无')
    assert.equal(head.issueDate?.value, '2026年3月6日')
    assert.equal(head.issueDate?.origin, 'derived')
  })

  it('reads a 题注 without brackets and over several lines', () => {
    assert.equal(
      documentOf('# 关于某某的决定\n2026年3月6日第九届人大常委会\n第三次会议通过\n为了某某，决定如下。').main.adoption
        ?.lines?.length,
      2,
    )
    assert.equal(
      documentOf('# 关于某某的决定\n（1993年4月1日公布　根据\n2004年5月1日决定修正）\n为了某某。').main.adoption?.lines
        ?.length,
      2,
    )
  })

  it('leaves a first sentence with a date in the body', () => {
    const { main } = documentOf('# 关于某某的公告\n2026年3月6日，会议通过了某某办法，现予公布。')
    assert.equal(main.adoption, undefined)
    assert.equal(main.body.length, 1)
  })

  it('gives an order no title', () => {
    const document = documentOf(
      '---\n格式: 命令\n发文机关: 某某市人民政府\n令号: 第12号\n签署人: 市长 王某某\n---\n\n《某某办法》已经通过，现予公布。\n',
    )
    assert.equal(document.main.title, undefined)
    assert.equal(document.genre?.value, '命令')
    assert.deepEqual(document.head.issuerMark?.value, ['某某市人民政府令'])
    assert.equal(document.head.signatureForm?.value, '签名章')
    assert.deepEqual(outlineOf(document.main), ['p 《某某办法》已经通过，现予公布。'])
    assert.deepEqual(document.problems, [])
  })

  it('recognises a pasted title, number and mark, and offers to mark them', () => {
    const document = documentOf(
      '某某市人民政府关于印发\n某某方案的通知\n某政发〔2026〕3号\n各县（市、区）人民政府：\n正文。',
    )
    assert.deepEqual(document.main.title?.value, ['某某市人民政府关于印发', '某某方案的通知'])
    assert.equal(document.head.docNumber?.value, '某政发〔2026〕3号')
    assert.equal(document.head.docNumber?.origin, 'text')
    assert.deepEqual(
      document.problems.map(({ rule }) => rule),
      ['model-title-unmarked', 'model-pasted-element'],
    )
  })

  it('takes no sentence for a title', () => {
    const { main } = documentOf('某某同志：\n现将有关情况通知如下。')
    assert.equal(main.title, undefined)
    assert.deepEqual(main.addressee?.value, ['某某同志'])
  })
})

describe('addressee', () => {
  const addressee = (text: string) => documentOf(`# 某某局关于某某的通知\n${text}\n正文。`).main.addressee?.value

  it('is the first paragraph that ends with a colon', () => {
    assert.deepEqual(addressee('各县（市、区）教育局、财政局，市属各学校：'), [
      '各县（市、区）教育局',
      '财政局',
      '市属各学校',
    ])
    assert.deepEqual(addressee('邓某某代表：'), ['邓某某代表'])
  })

  it('may run over several lines', () => {
    assert.deepEqual(addressee('各县人民政府，\n市政府各部门，\n各直属机构：'), [
      '各县人民政府',
      '市政府各部门',
      '各直属机构',
    ])
  })

  it('is no line that gives a reason or announces something', () => {
    assert.equal(addressee('为做好某某工作，现通知如下：'), undefined)
    assert.equal(addressee('根据有关规定，某某局决定：'), undefined)
    assert.equal(addressee('申报条件如下：'), undefined)
    assert.equal(addressee('工作已经部署。请抓紧落实：'), undefined)
    assert.equal(addressee('一、各县人民政府：'), undefined)
  })

  it('stands in the imprint when asked', () => {
    const document = documentOf('---\n主送位置: 版记\n---\n# 某局关于某某的通知\n各学校：\n正文。')
    assert.deepEqual(document.imprint.addressee?.value, ['各学校'])
  })
})
