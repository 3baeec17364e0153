import assert from 'node:assert/strict'
import fc from 'fast-check'
import { format } from '../../server/src/format/format.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { anyDocument } from '../model/support/documents.ts'
import { meaningOf } from '../model/support/meaning.ts'
import { documentOf } from '../support/pipeline.ts'

function formatted(text: string): string {
  return applyEdits(text, format(documentOf(text)))
}

describe('format', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        fc.pre(!text.startsWith('\ufeff'))
        const once = formatted(text)
        assert.equal(formatted(once), once)
      }),
      { numRuns: 400 },
    )
  })

  it('keeps what the document says', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        fc.pre(!text.startsWith('\ufeff'))
        assert.deepEqual(meaningOf(documentOf(formatted(text))), meaningOf(documentOf(text)))
      }),
      { numRuns: 400 },
    )
  })
})
