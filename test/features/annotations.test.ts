import assert from 'node:assert/strict'
import fc from 'fast-check'
import { codeLenses } from '../../server/src/features/codeLenses.ts'
import { inlayHints } from '../../server/src/features/inlayHints.ts'
import { semanticTokens } from '../../server/src/features/semanticTokens.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { clock, lines, marked } from './marked.ts'

const NOTICE = lines(
  '# 某市关于供暖的通知',
  '',
  '各县：',
  '',
  '（一）加强领导。某某市数据管理局（以下简称数据局）负责（见附件1）。',
  '',
  '特此通知。',
  '',
  '::附件[填报说明]',
  '',
  '由数据局解释，数据局汇总。',
  '',
  '::附件[任务表]',
)

describe('semantic tokens', () => {
  it('say what each piece is', () => {
    const { document, text } = marked(NOTICE)
    const told = semanticTokens(document, []).map(({ kind, span, definition }) => {
      return `${kind}${definition ? '!' : ''} ${text.slice(span.start, span.end)}`
    })
    assert.deepEqual(told, [
      'title # 某市关于供暖的通知',
      'addressee 各县：',
      'ordinal （一）',
      'heading 加强领导。',
      'term! 数据局',
      'attachment 附件1',
      'closing 特此通知。',
      'attachment! 填报说明',
      'term 数据局',
      'term 数据局',
      'attachment! 任务表',
    ])
  })

  it('say nothing of plain text', () => {
    assert.deepEqual(semanticTokens(marked('正文。').document, []), [])
  })

  it('never overlap and never leave their line, whatever the text', () => {
    const piece = fc.constantFrom(
      '# 甲的通知\n',
      '# 乙\n',
      '各县：\n',
      '一、丙丁戊己\n',
      '（以下简称丙丁）',
      '丙丁',
      '附件1',
      '::附件[丙丁戊己]\n',
      '\r\n',
      '《甲的通知》',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { span } of semanticTokens(marked(text).document, [])) {
          assert.ok(span.start >= last && span.end > span.start)
          assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/)
          last = span.end
        }
      }),
    )
  })
})

describe('inlay hints', () => {
  const hints = (source: string) => {
    const { document, text } = marked(source)
    return inlayHints(document, { clock }).map(({ offset, label }) => {
      const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
      return `${line} ◂ ${formatMessage(label)}`
    })
  }

  it('show numbers of attachments, the length, and a 简称 where the attachment does not say it', () => {
    assert.deepEqual(hints(NOTICE), [
      '# 某市关于供暖的通知 ◂ 正文 39 字',
      '::附件[填报说明] ◂ 附件1',
      '由数据局 ◂ （某某市数据管理局）',
      '::附件[任务表] ◂ 附件2',
    ])
  })

  it('show how many pages there are once they are laid out', () => {
    const { document } = marked('# 某市关于供暖的通知')
    const facts = {
      uri: document.uri,
      version: 1,
      pages: 3,
      titleLines: [],
      faces: [],
      problems: [],
      adjusted: [],
      elements: [],
    }
    const label = (layout: typeof facts) =>
      formatMessage(inlayHints(document, { clock, layout })[0]?.label ?? assert.fail())
    assert.match(label(facts), /^3 面/)
    assert.doesNotMatch(label({ ...facts, version: 0 }), /面/)
  })

  it('are none in a text without title and attachments', () => {
    assert.deepEqual(hints('正文。'), [])
  })
})

describe('code lenses', () => {
  const titles = (source: string) =>
    codeLenses(marked(source).document, { clock }).map(({ title }) => formatMessage(title))

  it('count the findings and those that can be mended', () => {
    const found = titles(lines('# 某市关于供暖的通知', '', '为做好供暖,现通知如下：'))
    assert.match(found[0] ?? '', /^校对 [1-9]\d* 项$/)
    assert.equal(found[1], '修复 1 项')
    assert.deepEqual(found.slice(2), ['办文', '预览', '生成红头PDF', '签章'])
  })

  it('say where the document stands in its process', () => {
    const lenses = codeLenses(marked('# 某市关于供暖的通知').document, { clock }, '待签发')
    const lens = lenses.find(({ action }) => action === 'process')
    assert.equal(lens && formatMessage(lens.title), '办文：待签发')
  })

  it('offer no mending where nothing can be mended', () => {
    assert.ok(!titles('').some((title) => title.startsWith('修复')))
  })
})
