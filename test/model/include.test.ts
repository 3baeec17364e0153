import assert from 'node:assert/strict'
import { asSeparate, boundFiles, homeOf, separateFiles, withFiles } from '../../server/src/model/include.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import { textAt } from '../../server/src/syntax/tree.ts'
import { documentOf } from '../support/pipeline.ts'

const HEAD =
  '---\n发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕12号\n---\n\n# 关于某事的通知\n\n各单位：\n\n甲。\n\n'
const file = (text: string) => ({ uri: 'file:///清单.gw.md', tree: parse(text) })
const filled = (attributes: string, text: string) =>
  withFiles(documentOf(`${HEAD}::附件${attributes}\n`), new Map([['清单.gw.md', file(text)]]))

describe('attachments in other files', () => {
  it('bring their text, 主送, 署名 and date along, not their front matter', () => {
    const text = '---\n格式: 信函\n---\n\n# 任务清单\n\n各单位：\n\n一、甲类\n\n乙。\n\n某某局\n\n2026年8月1日\n'
    const document = filled('[任务清单]{文件=清单.gw.md}', text)
    const [part] = document.main.attachments
    assert.equal(document.format, '文件')
    assert.deepEqual(part?.addressee?.value, ['各单位'])
    assert.deepEqual(
      part?.body.map(({ at }) => textAt(at)),
      ['一、甲类', '乙。'],
    )
    assert.deepEqual(
      part?.signature?.map(({ value }) => value),
      ['某某局', '2026年8月1日'],
    )
  })

  it('are called as the brackets say; the file’s title gives its line breaks', () => {
    const title = (attributes: string, text: string) => filled(attributes, text).main.attachments[0]?.title?.value
    assert.deepEqual(title('[任务清单]{文件=清单.gw.md}', '# 任务\n# 清单\n\n甲。\n'), ['任务', '清单'])
    assert.deepEqual(title('[任务清单]{文件=清单.gw.md}', '# 分工表\n\n甲。\n'), ['任务清单'])
    assert.deepEqual(title('{文件=清单.gw.md}', '# 分工表\n\n甲。\n'), ['分工表'])
  })

  it('stand where they were written', () => {
    const document = filled('[清单]{文件=清单.gw.md}', '乙。\n')
    const [block] = document.main.attachments[0]?.body ?? []
    assert.ok(block)
    assert.equal(homeOf(document, block.at).uri, 'file:///清单.gw.md')
    const [own] = document.main.body
    assert.ok(own)
    assert.equal(homeOf(document, own.at).uri, document.uri)
  })

  it('are bound in, or separate as documents of their own with the 发文字号', () => {
    const document = documentOf(
      `${HEAD}::附件[甲]{文件=甲.gw.md}\n\n::附件[乙]{另附 文件=乙.gw.md}\n\n::附件[丙]{另附 文件=丙.xlsx}\n`,
    )
    assert.deepEqual(
      boundFiles(document).map((each) => each.file),
      ['甲.gw.md'],
    )
    const [separate] = separateFiles(document)
    assert.equal(separate?.file, '乙.gw.md')
    const alone = asSeparate(document, separate.part)
    assert.deepEqual(Object.keys(alone.head), ['docNumber'])
    assert.deepEqual([alone.main.kind, alone.main.label?.value, alone.issued.length], ['附件', 2, 0])
  })
})
