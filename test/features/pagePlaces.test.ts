import assert from 'node:assert/strict'
import { placeOf, sourceAt } from '../../server/src/features/pagePlaces.ts'
import { lines, marked } from './marked.ts'

describe('places on printed pages', () => {
  it('lead from the text to the run and back, for every offset', () => {
    const { document, text } = marked(
      lines('---', '密级: 机密', '---', '# 标题', '', ...Array(200).fill('一段文字。\n')),
    )
    for (let offset = 0; offset < text.length; offset += 7) {
      assert.equal(sourceAt(document, placeOf(document, offset)), offset)
    }
    assert.equal(placeOf(document, 5).section, -1)
  })

  it('lead nowhere from a page that is older than the text', () => {
    const { document } = marked('一段文字。')
    assert.equal(sourceAt(document, { section: 7, offset: 0 }), undefined)
    assert.equal(sourceAt(document, { section: -1, offset: 0 }), undefined)
  })
})
