import assert from 'node:assert/strict'
import { hover } from '../../server/src/features/hover.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { clock, lines, marked } from './marked.ts'
import { said } from './said.ts'

function shown(source: string): string | undefined {
  const { document, cursor } = marked(source)
  return said(hover(document, cursor, { clock }))
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
    assert.match(shown(lines('---', '发文‸机关: 某市', '---')) ?? '', /7\.3\.5：.*署名/)
  })

  it('on an element of the text names its clause and print', () => {
    const source = lines('# 某市关于供暖的‸通知', '', '各学校：', '', '一、摸清底数', '', '请核实。')
    assert.match(shown(source) ?? '', /\*\*标题\*\*[\s\S]*7\.3\.1：.*2号小标宋/)
    assert.match(shown(source.replace('‸', '').replace('各学', '各‸学')) ?? '', /\*\*主送机关\*\*/)
    assert.match(shown(source.replace('‸', '').replace('摸清', '摸‸清')) ?? '', /\*\*层次标题\*\*（第1层）/)
    assert.match(shown(source.replace('‸', '').replace('请核', '请‸核')) ?? '', /\*\*正文\*\*/)
  })

  it('on the title of an attachment says how attachments are printed, not the 公文', () => {
    const text = shown(lines('# 某市的通知', '', '::附件[任务‸分工表]')) ?? ''
    assert.match(text, /7\.3\.7：另面编排/)
    assert.doesNotMatch(text, /7\.3\.1/)
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
    assert.match(said(hover(document, cursor, { clock, layout })) ?? '', /印在第 2 面/)
    const old = { ...layout, version: 0 }
    assert.doesNotMatch(said(hover(document, cursor, { clock, layout: old })) ?? '', /印在第/)
  })

  it('on a name says what it stands for', () => {
    const others = [
      {
        uri: 'file:///a.gw.md',
        version: 1,
        key: '',
        title: '某市供暖办法的通知',
        docNumber: '某政发〔2026〕3号',
        cites: [],
        terms: [],
        files: [],
      },
    ]
    const profile = {
      ...EMPTY_PROFILE,
      organs: [{ name: '某市财政局', short: '市财政局', level: '市' as const, kind: '工作部门' }],
    }
    const on = (source: string) => {
      const { document, cursor } = marked(source, profile)
      return said(hover(document, cursor, { clock, others })) ?? ''
    }
    const text =
      '某市数据管理局（以下简称数据局）按《某市供暖办法的通知》（见附件）由市财政局落实，数据局汇总。\n\n::附件[任务分工表]'
    const at = (words: string) => on(text.replace(words, `${words.slice(0, 1)}‸${words.slice(1)}`))
    assert.match(at('供暖办法'), /某市供暖办法的通知\*\*[\s\S]*某政发〔2026〕3号[\s\S]*a\.gw\.md/)
    assert.match(at('，数据局'), /数据局\*\*：某市数据管理局的简称/)
    assert.match(at('见附件'), /附件\*\*　任务分工表/)
    assert.match(at('市财政局'), /某市财政局\*\*[\s\S]*规范化简称：市财政局[\s\S]*市级，工作部门/)
    assert.doesNotMatch(at('落实'), /简称|级别/)
  })

  it('on a date names the day of the week, on a large number says it in words', () => {
    assert.match(shown('于2026年11月‸22日前') ?? '', /星期日　二〇二六年十一月二十二日/)
    assert.match(shown('安排47‸5万元') ?? '', /四百七十五万元[\s\S]*大写：人民币肆佰柒拾伍万元整/)
    assert.match(shown('共10‸500人') ?? '', /一万零五百/)
    assert.doesNotMatch(shown('共1‸2人，电话0000-8234567') ?? '', /十二/)
    assert.doesNotMatch(shown('电话0000-823‸4567') ?? '', /：八/)
    assert.doesNotMatch(shown('2026年2月3‸0日') ?? '', /星期/)
  })
})
