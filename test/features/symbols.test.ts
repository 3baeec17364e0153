import assert from 'node:assert/strict'
import { type OutlineSymbol, symbols } from '../../server/src/features/symbols.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { contains } from '../../server/src/text/span.ts'
import { lines, marked } from './marked.ts'

const NOTICE = lines(
  '---',
  '发文机关: 某市教育局',
  '---',
  '',
  '# 某市教育局关于供暖的通知',
  '',
  '各学校：',
  '',
  '为做好供暖，现通知如下：',
  '',
  '一、摸清底数',
  '',
  '（一）逐校核实。各学校要逐项核实。',
  '',
  '（二）按时填报。各学校要按时填报。',
  '',
  '二、落实责任',
  '',
  '各学校要落实责任。',
  '',
  '::附件[情况表]',
  '',
  '| 序号 | 学校 |',
  '|---|---|',
  '| 1 | 甲 |',
)

const outline = (symbol: OutlineSymbol): unknown => [formatMessage(symbol.name), ...symbol.children.map(outline)]

describe('document symbols', () => {
  it('nest headings by their ordinals and give every part its own branch', () => {
    assert.deepEqual(symbols(marked(NOTICE).document).map(outline), [
      ['某市教育局关于供暖的通知', ['一、摸清底数', ['（一）逐校核实。'], ['（二）按时填报。']], ['二、落实责任']],
      ['附件　情况表', ['表（2 行）']],
    ])
  })

  it('cover what stands under them, and their own line lies inside', () => {
    const check = (symbol: OutlineSymbol): void => {
      assert.ok(contains(symbol.span, symbol.selection), formatMessage(symbol.name))
      for (const child of symbol.children) {
        assert.ok(contains(symbol.span, child.span), formatMessage(child.name))
        check(child)
      }
    }
    for (const symbol of symbols(marked(NOTICE).document)) check(symbol)
  })

  it('are none for an empty text', () => {
    assert.deepEqual(symbols(marked('').document), [])
  })
})
