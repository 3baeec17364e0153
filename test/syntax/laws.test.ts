import assert from 'node:assert/strict'
import fc from 'fast-check'
import { findFrontMatter } from '../../server/src/syntax/frontMatterPlace.ts'
import { frontMatterSection, parse, treeOf } from '../../server/src/syntax/parse.ts'
import { reparse } from '../../server/src/syntax/reparse.ts'
import { cutSections } from '../../server/src/syntax/sections.ts'
import { type Block, type SyntaxTree, sourceText } from '../../server/src/syntax/tree.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { hostilePiece, hostileText } from './hostile.ts'
import { shapeOfPipeline, shapeOfTree } from './shape.ts'

/** Shrinking long documents takes minutes, so it ends after one. */
const options = { numRuns: Number(process.env.HONGTOU_RUNS ?? 150), interruptAfterTimeLimit: 60_000 }
const longText = fc.array(hostileText, { minLength: 1, maxLength: 8 }).map((texts) => texts.join(''))
const edits = fc.array(
  fc.record({ from: fc.nat(), length: fc.oneof(fc.nat({ max: 3 }), fc.nat()), text: hostilePiece }),
  {
    minLength: 1,
    maxLength: 8,
  },
)

/** Few lines make a section, so that there are borders everywhere. */
const limit = fc.constantFrom(1, 1, 2, 5, 32)

function parseFinely(text: string, lines: number): SyntaxTree {
  const own = withoutBom(text)
  const place = findFrontMatter(own)
  return treeOf(place && frontMatterSection(own, place), cutSections(own.slice(place?.end ?? 0), lines).sections)
}

function withoutBom(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

describe('laws of the parser', function () {
  this.timeout(120_000)

  it('reads by sections what a plain unified pipeline reads whole, positions included', () => {
    fc.assert(
      fc.property(longText, limit, (text, lines) => {
        const whole = shapeOfPipeline(text)
        assert.deepEqual(shapeOfTree(parse(text)), whole)
        assert.deepEqual(shapeOfTree(parseFinely(text, lines)), whole)
      }),
      options,
    )
  })

  it('reads after any edits what it reads afresh', () => {
    fc.assert(
      fc.property(longText, limit, edits, (start, lines, steps) => {
        let text = withoutBom(start)
        let tree = parseFinely(start, lines)
        for (const { from, length, text: piece } of steps) {
          const first = text.length === 0 ? 0 : from % (text.length + 1)
          const edit = {
            span: { start: first, end: Math.min(text.length, first + (length % (text.length + 1))) },
            text: piece,
          }
          text = applyEdits(text, [edit])
          tree = reparse(tree, edit)
          // A BOM typed at the start of an open document is text, so the fresh tree gets another one to remove.
          const fresh = parse(`\ufeff${text}`)
          assert.equal(sourceText(tree), text)
          assert.deepEqual(shapeOfTree(tree), shapeOfTree(fresh))
          assert.deepEqual(problemsOf(tree), problemsOf(fresh))
        }
      }),
      options,
    )
  })

  it('tells rows that a line has cut off from their table, wherever sections end', () => {
    const text = '| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n合计见下。\n| 戊 | 己 |\n| 庚 | 辛 |\n'
    const [whole] = problemsOf(parse(text))
    assert.match(whole ?? '', /打断/)
    for (let lines = 1; lines < 6; lines++) assert.deepEqual(problemsOf(parseFinely(text, lines)), [whole])
  })

  it('joins its sections to the text, with every span inside its parent', () => {
    fc.assert(
      fc.property(longText, (text) => {
        const tree = parse(text)
        assert.equal(sourceText(tree), withoutBom(text))
        for (const section of tree.sections) checkNesting(section.blocks, 0, section.text.length)
      }),
      options,
    )
  })

  it('drops no ink: what is in no block is a line of colons', () => {
    fc.assert(
      fc.property(longText, (text) => {
        for (const section of parse(text).sections) {
          let rest = ''
          let at = 0
          for (const { at: span } of section.blocks) {
            rest += `${section.text.slice(at, span.start)}\n`
            at = span.end
          }
          rest += section.text.slice(at)
          assert.match(rest, /^[\s\u0000-\u0020\u200b\u2060\ufeff:：]*$/)
        }
      }),
      options,
    )
  })
})

function checkNesting(blocks: readonly Block[], start: number, end: number): void {
  let from = start
  for (const block of blocks) {
    assert.ok(block.at.start >= from && block.at.end >= block.at.start && block.at.end <= end, JSON.stringify(block))
    from = block.at.end
    checkNesting(block.children ?? [], block.at.start, block.at.end)
  }
}

/** Problems with their places in the whole text, whatever the sections. */
function problemsOf(tree: SyntaxTree) {
  return tree.sections.flatMap((section, index) =>
    section.problems.map(
      ({ rule, span, message }) =>
        `${rule} ${span.start + (tree.starts[index] as number)} ${span.end + (tree.starts[index] as number)} ${message.template}`,
    ),
  )
}
