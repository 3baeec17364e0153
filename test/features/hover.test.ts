import assert from 'node:assert/strict'
import { hover } from '../../server/src/features/hover.ts'
import { clock, lines, marked } from './marked.ts'

function shown(source: string): string | undefined {
  const { document, cursor } = marked(source)
  return hover(document, cursor, { clock })?.markdown.join('\n')
}

describe('hover', () => {
  it('on a finding names the rule, its clause and how it is written rightly', () => {
    const text = shown(lines('---', '发文字号: 某政发‸[2026]12号', '---')) ?? ''
    assert.match(text, /docnum-brackets/)
    assert.match(text, /依据：.*7\.2\.5/)
    assert.match(text, /→ .*〔2026〕/)
  })

  it('on a front matter key says what it is for, what it may be, and where it is printed', () => {
    const text = shown(lines('---', '紧急‸程度: 特急', '---')) ?? ''
    assert.match(text, /\*\*紧急程度\*\*/)
    assert.match(text, /例：`紧急程度: 特急`/)
    assert.match(text, /GB\/T 9704—2012 7\.2\.3：/)
  })

  it('on an element of the text names its clause and print', () => {
    const source = lines('# 某市关于供暖的‸通知', '', '各学校：', '', '一、摸清底数', '', '请核实。')
    assert.match(shown(source) ?? '', /\*\*标题\*\*[\s\S]*7\.3\.1：.*2号小标宋/)
    assert.match(shown(source.replace('‸', '').replace('各学', '各‸学')) ?? '', /\*\*主送机关\*\*/)
    assert.match(shown(source.replace('‸', '').replace('摸清', '摸‸清')) ?? '', /\*\*层次标题\*\*（第1层）/)
    assert.match(shown(source.replace('‸', '').replace('请核', '请‸核')) ?? '', /\*\*正文\*\*/)
  })

  it('on an unknown key or a blank line shows nothing', () => {
    assert.equal(shown(lines('# 某市关于供暖的通知', '‸', '请核实。')), undefined)
  })

  it('says on which page an element stands once it was laid out', () => {
    const { document, cursor } = marked(lines('# 某市关于供暖的‸通知'))
    const title = document.main.title?.at ?? assert.fail()
    const source = { uri: document.uri, section: document.tree.sections.indexOf(title.section), span: title.span }
    const rect = { x: 0, y: 0, width: 1, height: 1 }
    const facts = { uri: document.uri, version: 1, pages: 2, titleLines: [], faces: [], problems: [], adjusted: [] }
    const layout = { ...facts, elements: [{ element: 'title', page: 1, rect, source }] }
    assert.match(hover(document, cursor, { clock, layout })?.markdown.join('') ?? '', /印在第 2 面/)
    const old = { ...layout, version: 0 }
    assert.doesNotMatch(hover(document, cursor, { clock, layout: old })?.markdown.join('') ?? '', /印在第/)
  })
})
