import assert from 'node:assert/strict'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import type { Run } from '../../server/src/typeset/pages.ts'
import { typeset } from '../../server/src/typeset/typeset.ts'
import { documentOf, runsOf, SQUARES } from './support.ts'

const RARE = new Set('䶮㙍𬭎')
const [SONGTI] = SQUARES.faces.filter(({ role }) => role === '宋体')

/** Faces of which only 宋体 has the rare characters. */
const FACES: FaceSet = {
  ...SQUARES,
  pick(role, text) {
    const lacks = [...text].some((character) => RARE.has(character))
    return lacks && SONGTI ? { face: SONGTI, missing: [] } : SQUARES.pick(role, text)
  },
}

const TEXT = `---
发文机关: 某某县人民政府
发文字号: 某政发〔2026〕12号
签发人: 王䶮
成文日期: 2026年11月22日
---

# 某某县人民政府关于李𬭎基同志任职的请示

㙍口市人民政府：

任命王䶮同志为县长；在㙍头村召开会议，共8人。高䶮

| 姓名 | 职务 |
|---|---|
| 王䶮 | 县长 |
`

function runs(text = TEXT): readonly Run[] {
  return typeset(documentOf(text), FACES).pages.flatMap(({ items }) => runsOf(items))
}

describe('names with rare characters', () => {
  it('are set whole in the face that has them, and nothing else is', () => {
    const rare = runs().filter(({ face, role }) => face === '宋体' && role !== '宋体')
    const names = rare.map(({ text }) => text)
    assert.deepEqual(new Set(names), new Set(['王䶮', '李𬭎基', '㙍口市', '㙍头村', '高䶮']))
  })

  it('lose no character, and keep the places of all', () => {
    const set = (all: readonly Run[]) => all.map(({ text }) => text).join('')
    assert.equal(set(runs()), set(typeset(documentOf(TEXT), SQUARES).pages.flatMap(({ items }) => runsOf(items))))
    for (const { text, source } of runs()) {
      if (!source || source.section < 0 || !/^[王㙍高]/.test(text)) continue
      assert.equal(source.span.end - source.span.start, text.length)
    }
  })

  it('are told of: which face helped out, with which characters', () => {
    const { faces } = typeset(documentOf(TEXT), FACES).facts
    const helped = faces.flatMap(({ role, family, helps }) =>
      helps ? [[role, family, helps.characters.join('')]] : [],
    )
    assert.deepEqual(
      new Set(helped.map((each) => each.join(' '))),
      new Set(['小标宋 宋体 𬭎', '仿宋 宋体 㙍䶮', '楷体 宋体 䶮']),
    )
  })

  it('are told of in short, however many there are', () => {
    const many = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x20000 + index)).join('、')
    const set: FaceSet = {
      ...SQUARES,
      pick: (role, text) =>
        /[\u{20000}-\u{2ffff}]/u.test(text) && SONGTI ? { face: SONGTI, missing: [] } : SQUARES.pick(role, text),
    }
    const { faces } = typeset(documentOf(`# 关于某事的通知\n\n各单位：\n\n${many}。\n`), set).facts
    const [helps] = faces.flatMap((face) => (face.helps ? [face.helps] : []))
    assert.deepEqual([helps?.count, helps?.characters.length], [200, 30])
  })
})
