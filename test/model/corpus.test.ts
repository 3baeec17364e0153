import assert from 'node:assert/strict'
import { format } from '../../server/src/format/format.ts'
import type { GongwenDocument } from '../../server/src/model/document.ts'
import { allParts } from '../../server/src/model/traverse.ts'
import { textAt } from '../../server/src/syntax/tree.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { needCorpus, readCorpus } from '../support/corpus.ts'
import { documentOf } from '../support/pipeline.ts'
import { lostLines } from './support/coverage.ts'
import { meaningOf } from './support/meaning.ts'

/** Published documents, pasted as they are: no front matter, no marks. */
describe('published documents', () => {
  const published = readCorpus()

  before(function () {
    needCorpus(this)
  })

  const each = (check: (document: GongwenDocument, text: string, genre: string) => void) => {
    for (const { file, text, genre } of published) {
      try {
        check(documentOf(text), text, genre)
      } catch (error) {
        throw new Error(file, { cause: error })
      }
    }
  }

  it('lose nothing', () => {
    each((document) => assert.deepEqual(lostLines(document), []))
  })

  it('show their 文种', () => {
    each((document, _text, genre) => {
      // One answers a proposal and calls itself 答复: no title ends in a 文种 there.
      if (document.main.title?.value.join('').endsWith('的答复')) return
      assert.equal(document.genre?.value, genre)
    })
  })

  it('have headings that look like headings', () => {
    each((document) => {
      for (const { body } of allParts(document))
        for (const block of body) {
          if (block.kind !== 'heading') continue
          const end = block.runIn ?? block.at.span.end
          const heading = block.at.section.text.slice(block.at.span.start, end)
          assert.ok(heading.length <= 60, heading)
          assert.doesNotMatch(heading, /[；，]$|。./)
        }
    })
  })

  it('keep their text in order: what is in the body stands there as typed', () => {
    each((document, text) => {
      let at = 0
      for (const { body } of allParts(document))
        for (const block of body) {
          const found = text.indexOf(textAt(block.at), at)
          assert.ok(found >= at, textAt(block.at).slice(0, 40))
          at = found
        }
    })
  })

  it('say the same after formatting', () => {
    each((document, text) => {
      assert.deepEqual(meaningOf(documentOf(applyEdits(text, format(document)))), meaningOf(document))
    })
  })

  it('say the same after all safe fixes of the model', () => {
    each((document, text) => {
      const edits = document.problems
        .filter(({ rule }) => rule.startsWith('model-'))
        .flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === 'safe'))
        .flatMap((fix) => fix.edits.flatMap((file) => file.edits))
      const mended = documentOf(applyEdits(text, edits))
      assert.deepEqual(sayings(mended), sayings(document))
    })
  })
})

/** Without how elements are grouped: a fix may move a title line or a part, never a word of the body. */
function sayings(document: GongwenDocument): unknown {
  return {
    title: document.main.title?.value,
    genre: document.genre?.value,
    date: document.head.issueDate?.value,
    number: document.head.docNumber?.value ?? document.head.orderNumber?.value,
    signatory: document.head.signatory?.value,
    note: document.head.note?.value,
    parts: allParts(document).map(({ kind, title, body }) => [
      kind,
      title?.value.join(''),
      body.map(({ kind: each, at }) => [each, textAt(at)]),
    ]),
  }
}
