import assert from 'node:assert/strict'
import type { BodyBlock } from '../../server/src/model/document.ts'
import { allParts } from '../../server/src/model/traverse.ts'
import { typeset } from '../../server/src/typeset/typeset.ts'
import { needCorpus, readCorpus } from '../support/corpus.ts'
import { documentOf, runsOf, SQUARES } from './support.ts'

const FRONT = '---\n发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕1号\n成文日期: 2026年11月22日\n---\n'
const BODY = new Set(['body', 'heading', 'verbatim', 'attendance'])

/** Blanks and the marks of the dialect are not printed. */
const solid = (text: string) => text.replace(/[\s\u3000#*\\]/g, '')

function isText(block: BodyBlock): boolean {
  return !['table', 'figure', 'break', 'contents'].includes(block.kind)
}

describe('published documents', () => {
  it('are at hand', function () {
    needCorpus(this)
    assert.ok(readCorpus().length >= 40)
  })

  for (const { file, text } of readCorpus()) {
    it(`${file}: every character of the text is printed once, in order`, () => {
      const document = documentOf(FRONT + text)
      const blocks = [...allParts(document)].flatMap((part) => part.body).filter(isText)
      const written = blocks.map(({ at }) => at.section.text.slice(at.span.start, at.span.end)).join('')
      const layout = typeset(document, SQUARES)
      const runs = layout.pages.flatMap((page) => runsOf(page.items))
      const printed = runs.filter(({ element }) => BODY.has(element)).map((run) => run.text)
      assert.equal(solid(printed.join('')), solid(written))
    })
  }
})
