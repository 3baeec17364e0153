import assert from 'node:assert/strict'
import { diagnostics } from '../../server/src/features/diagnostics.ts'
import { elements, setElement } from '../../server/src/features/elements.ts'
import { FRONT_MATTER_KEYS } from '../../server/src/standard/frontMatterKeys.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { Failure } from '../../server/src/text/failure.ts'
import { clock, lines, marked } from './marked.ts'

const HEAD = lines(
  '---',
  '密级: 机密',
  '发文字号: 某教发[2026]3号',
  '抄送:',
  '  - 甲',
  '  - 乙',
  '---',
  '# 某某局关于供暖的通知',
  '',
)

function fieldsOf(text: string) {
  const { document } = marked(text)
  return new Map(elements(document, diagnostics(document, { clock })).map((field) => [field.key, field]))
}

describe('公文要素', () => {
  it('shows every key, with what is written for it', () => {
    const fields = fieldsOf(HEAD)
    assert.deepEqual(fields.get('抄送')?.values, ['甲', '乙'])
    assert.deepEqual(fields.get('份号')?.values, [])
    assert.equal(fields.size, FRONT_MATTER_KEYS.length)
  })

  it('tells what documents of this 格式 have from what those of another have', () => {
    const unusual = (text: string) => [...fieldsOf(text).values()].flatMap(({ key, usual }) => (usual ? [] : [key]))
    assert.deepEqual(unusual(HEAD).sort(), ['令号', '出席', '分送', '列席', '期号', '请假'])
    assert.deepEqual(unusual('---\n格式: 纪要\n---\n'), ['令号'])
    assert.deepEqual(fieldsOf('---\n期号: 第8期\n---\n').get('期号')?.values, ['第8期'])
  })

  it('offers the words that a key can take', () => {
    const fields = fieldsOf(HEAD)
    assert.deepEqual(fields.get('紧急程度')?.choices, ['特急', '加急'])
    assert.equal(fields.get('格式')?.closed, true)
    assert.ok(fields.get('密级')?.choices.some((word) => word.startsWith('机密★')))
  })

  it('says beside a value what is wrong with it', () => {
    assert.match(fieldsOf(HEAD).get('发文字号')?.problem?.message.template ?? '', /六角括号/)
    assert.match(fieldsOf('---\n份号: 十二\n---\n# 标题\n').get('份号')?.problem?.message.template ?? '', /./)
    assert.equal(fieldsOf(HEAD).get('抄送')?.problem, undefined)
  })

  it('says the worst first: that a word is none of the allowed ones before what goes with it', () => {
    assert.equal(fieldsOf('---\n密级: 绝密超\n---\n# 标题\n').get('密级')?.problem?.severity, 'error')
  })

  it('writes a value back and touches nothing else', () => {
    const { document, text } = marked(HEAD)
    assert.equal(applyEdits(text, setElement(document, '密级', ['秘密★5年'])), text.replace('机密', '秘密★5年'))
    assert.equal(applyEdits(text, setElement(document, '抄送', ['甲', ' 丙 ', ''])), text.replace('乙', '丙'))
    assert.equal(applyEdits(text, setElement(document, '密级', [''])), text.replace('密级: 机密\n', ''))
    assert.deepEqual(setElement(document, '密级', ['机密']), [])
    assert.deepEqual(setElement(document, '份号', []), [])
  })

  it('makes a front matter where there is none, and refuses to write into a broken one', () => {
    const { document, text } = marked('# 标题\n')
    assert.equal(applyEdits(text, setElement(document, '密级', ['机密'])), '---\n密级: 机密\n---\n\n# 标题\n')
    assert.throws(
      () => setElement(document, '主题', ['甲']),
      (error) => error instanceof Failure && error.code === 'unknown-key',
    )
  })
})
