import assert from 'node:assert/strict'
import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import remarkGongwen from '../../server/src/remark.ts'
import { hostileText } from './hostile.ts'

interface Node {
  readonly type: string
  readonly value?: string
  readonly position?: { readonly start: Point; readonly end: Point }
  readonly children?: readonly Node[]
}
interface Point {
  readonly line: number
  readonly column: number
  readonly offset?: number
}

const read = (text: string) => unified().use(remarkParse).use(remarkGongwen).parse(text) as Node

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of node.children ?? []) walk(child, visit)
}

describe('the dialect as a remark plugin', () => {
  it('gives mdast that other plugins know', () => {
    const types: string[] = []
    walk(read('---\n密级: 机密\n---\n# 标题\n1. 甲\n::附件[乙]\n:::原样\n丙\n:::\n'), ({ type }) => types.push(type))
    assert.deepEqual(types, [
      'root',
      'yaml',
      'heading',
      'text',
      'paragraph',
      'text',
      'leafDirective',
      'text',
      'containerDirective',
      'paragraph',
      'text',
    ])
  })

  it('has texts that are pieces of the source', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const source = text.startsWith('\ufeff') ? text.slice(1) : text
        walk(read(text), ({ type, value, position }) => {
          if (type === 'text') assert.equal(value, source.slice(position?.start.offset, position?.end.offset))
        })
      }),
    )
  })

  it('counts columns as it counts offsets', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const source = text.startsWith('\ufeff') ? text.slice(1) : text
        walk(read(text), ({ position, type }) => {
          if (type === 'root') return
          for (const point of [position?.start, position?.end]) {
            const before = source.slice(0, point?.offset)
            const lines = before.split(/\r\n|[\n\r\v\f\u2028\u2029]/)
            assert.equal(point?.column, (lines.at(-1) ?? '').length + 1)
          }
        })
      }),
    )
  })

  it('says so when remark-parse does not stand before it', () => {
    assert.throws(() => unified().use(remarkGongwen).freeze(), /remark-parse/)
  })
})
