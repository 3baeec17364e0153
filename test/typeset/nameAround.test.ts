import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nameAround } from '../../server/src/typeset/nameAround.ts'

/** The name around the first rare character of a text. */
function nameIn(text: string, rare = /[䶮㙍𬭎𬱖𠅤]/u): string {
  const { start, end } = nameAround(text, text.search(rare))
  return text.slice(start, end)
}

describe('the name around a rare character', () => {
  it('is that of a person, with the surname and without what leads to it', () => {
    const names = {
      由王䶮同志负责: '王䶮',
      任命王小䶮为市长: '王小䶮',
      欧阳䶮同志: '欧阳䶮',
      '陈光、张建国䶮和李明': '张建国䶮',
      任命高明䶮为组长: '高明䶮',
      免去李𬭎基的职务: '李𬭎基',
      成立以王䶮副市长为组长的领导小组: '王䶮',
      请𬱖同志负责: '𬱖',
    }
    for (const [text, name] of Object.entries(names)) assert.equal(nameIn(text), name, text)
  })

  it('is that of a place, up to how its name ends', () => {
    const names = { 在㙍头村开展试点: '㙍头村', 前往某某市㙍镇调研: '㙍镇' }
    for (const [text, name] of Object.entries(names)) assert.equal(nameIn(text), name, text)
  })

  it('never goes beyond a mark, a number or a blank', () => {
    assert.equal(nameIn('甲、王䶮，乙'), '王䶮')
    assert.equal(nameIn('2026年㙍A'), '㙍')
    assert.equal(nameIn('王 䶮'), '䶮')
  })

  it('holds the character, cuts no character in two, and is short, whatever stands around', () => {
    const text = fc.array(fc.constantFrom(...'王的任命𬭎𠀀a1，县 高\ud840\u200d欧阳甲乙')).map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const whole = `${before}䶮${after}`
        const { start, end } = nameAround(whole, before.length)
        assert.ok(start <= before.length && before.length < end)
        assert.ok([...whole.slice(start, end)].length <= 12)
        const edges = [start, end].filter((at) => /^[\ud800-\udbff][\udc00-\udfff]/.test(whole.slice(at - 1, at + 1)))
        assert.deepEqual(edges, [])
      }),
    )
  })
})
