import assert from 'node:assert/strict'
import { summarise } from '../../server/src/model/summarise.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { textAt } from '../../server/src/syntax/tree.ts'
import { documentOf } from '../support/pipeline.ts'

const PROFILE = {
  ...EMPTY_PROFILE,
  organs: [
    { name: '某某省教育厅' },
    { name: '某某市教育局', parent: '某某省教育厅' },
    { name: '甲县教育局', parent: '某某市教育局' },
    { name: '某某市财政局' },
  ],
  defaults: { 发文机关: '某某市教育局', 抄送: ['省教育厅。'] },
}

function head(entries: string, title = '某局关于某某的通知') {
  return documentOf(`---\n${entries}\n---\n# ${title}\n正文。`)
}

describe('derived elements', () => {
  it('are the red letters by format and 文种', () => {
    const mark = (entries: string, title?: string) => head(entries, title).head.issuerMark?.value
    assert.deepEqual(mark('发文机关: 某局'), ['某局文件'])
    assert.deepEqual(mark('发文机关: [甲局, 乙局]'), ['甲局', '乙局', '文件'])
    assert.deepEqual(mark('发文机关: [甲局, 乙局]\n发文机关标志: 主办'), ['甲局文件'])
    assert.deepEqual(mark('发文机关: 某局\n格式: 信函'), ['某局'])
    assert.deepEqual(mark('发文机关: 某市人民政府\n格式: 命令'), ['某市人民政府令'])
    assert.deepEqual(mark('发文机关: 某局', '某局关于某某的公告'), ['某局公告'])
    assert.deepEqual(mark('发文机关: 某局\n发文机关标志: 某某局公报'), ['某某局公报'])
    assert.equal(mark('发文机关: 某局\n发文机关标志: 无'), undefined)
    assert.equal(mark('密级: 秘密★1年'), undefined)
  })

  it('are 署名 and how it is given', () => {
    assert.deepEqual(head('发文机关: 某局').head.signatory?.value, ['某局'])
    assert.equal(head('发文机关: 某局').head.signatureForm?.value, '加盖印章')
    assert.deepEqual(head('发文机关: 某局\n署名: 某某局').head.signatory?.value, ['某某局'])
    assert.equal(head('发文机关: 某局\n署名方式: 无').head.signatory, undefined)
    assert.equal(head('发文机关: 某市人民政府', '某市人民政府关于某某的议案').head.signatureForm?.value, '签名章')
  })

  it('are never made of empty keys', () => {
    const { head: elements, issuers } = head('发文机关:\n发文字号: ""\n附注: ')
    assert.deepEqual([elements.docNumber, elements.note, issuers], [undefined, undefined, []])
  })

  it('are 行文方向 by key, 文种, directory and 签发人', () => {
    const direction = (entries: string, title: string, to = '各学校') =>
      documentOf(`---\n${entries}\n---\n# ${title}\n${to}：\n正文。`, undefined, PROFILE).direction?.value
    assert.equal(direction('密级: ', '某局关于某某的请示'), 'upward')
    assert.equal(direction('密级: ', '某局关于某某的函'), 'lateral')
    assert.equal(direction('行文方向: 上行', '某局关于某某的函'), 'upward')
    assert.equal(direction('密级: ', '某局关于某某的意见', '某某省教育厅'), 'upward')
    assert.equal(direction('密级: ', '某局关于某某的意见', '甲县教育局'), 'downward')
    assert.equal(direction('密级: ', '某局关于某某的意见', '某某市财政局'), 'lateral')
    assert.equal(direction('签发人: 王某某', '某局关于某某的意见', '某某委'), 'upward')
    assert.equal(direction('密级: ', '某局关于某某的意见', '某某委'), undefined)
  })

  it('come from the profile where the document is silent', () => {
    const document = documentOf('# 关于某某的通知\n正文。', undefined, PROFILE)
    assert.deepEqual(
      document.issuers.map(({ value, origin }) => [value, origin]),
      [['某某市教育局', 'profile']],
    )
    assert.deepEqual(document.imprint.copyTo?.value, ['省教育厅。'])
    const own = documentOf('---\n抄送: 省财政厅。\n---\n# 关于某某的通知\n正文。', undefined, PROFILE)
    assert.deepEqual(own.imprint.copyTo?.value, ['省财政厅。'])
  })
})

describe('front matter problems', () => {
  const found = (entries: string) => head(entries).problems.map(({ rule, severity }) => `${rule} ${severity}`)

  it('name unknown keys and offer the nearest', () => {
    const [problem] = head('成文日: 2026年9月4日').problems
    assert.equal(problem?.rule, 'model-unknown-key')
    assert.equal(problem?.fixes[0]?.edits[0]?.edits[0]?.text, '成文日期')
    assert.deepEqual(found('标题: 甲'), ['model-not-a-key warning'])
    assert.deepEqual(found('天气预报员: 甲'), ['model-unknown-key warning'])
    // What every object of the language inherits is no key that somebody thought of.
    for (const inherited of ['__proto__', 'constructor', 'toString'])
      assert.deepEqual(found(`${inherited}: 甲`), ['model-unknown-key warning'])
  })

  it('are a number of a 纪要 that is still to be filled in', () => {
    assert.deepEqual(found('格式: 纪要\n期号:'), ['model-key-empty hint'])
    assert.deepEqual(found('格式: 纪要\n期号: 第8期'), [])
    assert.deepEqual(found('密级:\n抄送:'), [])
  })

  it('are values outside their list and lists where one text is wanted', () => {
    assert.deepEqual(found('格式: 公函'), ['model-key-value warning'])
    assert.deepEqual(found('密级: [秘密★1年, 机密★1年]'), ['model-key-list warning'])
  })
})

describe('summary', () => {
  const text =
    '---\n发文机关: 某局\n发文字号: 某发〔2026〕2号\n---\n# 某局关于某某的通知\n各单位：\n根据《某某办法》（某政发〔2025〕3号）和某府〔2024〕1号，某某领导小组（以下简称领导小组）决定如下。\n![图](流程.png)\n'

  it('holds what other documents may know', () => {
    const summary = summarise(documentOf(text))
    assert.deepEqual(
      [summary.issuer, summary.docNumber, summary.title, summary.genre, summary.files],
      ['某局', '某发〔2026〕2号', '某局关于某某的通知', '通知', ['流程.png']],
    )
    assert.deepEqual(
      summary.cites.map(({ title, docNumber }) => [title, docNumber]),
      [
        ['某某办法', '某政发〔2025〕3号'],
        [undefined, '某府〔2024〕1号'],
      ],
    )
    assert.deepEqual(
      summary.terms.map(({ full, short }) => [full, short]),
      [['某某领导小组', '领导小组']],
    )
    for (const { span, title } of summary.cites) if (title) assert.ok(text.slice(span.start, span.end).includes(title))
  })

  it('has the same key as long as nothing of it changes', () => {
    assert.equal(summarise(documentOf(text)).key, summarise(documentOf(`${text}后文。\n`)).key)
    assert.notEqual(summarise(documentOf(text)).key, summarise(documentOf(text.replace('2号', '3号'))).key)
  })
})

describe('an element of several lines', () => {
  it('keeps each of them as it was typed', () => {
    const { addressee } = documentOf('# 某局关于某某的通知\n各县人民政府，\n市政府各部门：\n正文。').main
    assert.deepEqual(addressee?.lines?.map(textAt), ['各县人民政府，', '市政府各部门：'])
  })
})
