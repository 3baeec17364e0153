import assert from 'node:assert/strict'
import type { Page } from '../../server/src/typeset/pages.ts'
import { layoutOf, linesOf, near, rectOf, runsOf } from './support.ts'

const CELL = 156 / 28
const PITCH = 10.447
const GLYPH = (16 * 25.4) / 72

function source(front: string, body = '为做好有关工作，现通知如下。'): string {
  return `---\n发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕12号\n成文日期: 2026年11月22日\n${front}\n---\n\n# 关于某事的通知\n\n各单位：\n\n${body}\n`
}

const bottomOf = ({ y, height }: { y: number; height: number }) => y + height
const rightOf = ({ x, width }: { x: number; width: number }) => x + width
const centreOf = ({ x, width }: { x: number; width: number }) => x + width / 2

describe('署名, 成文日期 and 印章 (GB/T 9704—2012 7.3.5)', () => {
  it('puts the date four characters from the right and the name above it, centred on it (7.3.5.1)', () => {
    const layout = layoutOf(source(''))
    const date = rectOf(layout, 'issueDate')
    const name = rectOf(layout, 'signatory')
    near(rightOf(date), 184 - 4 * CELL)
    near(centreOf(name), centreOf(date))
    near(date.y, name.y + PITCH)
  })

  it('presses the seal on both, its centre a little above them, its top within one line of the text (7.3.5.1)', () => {
    for (const diameter of [38, 40, 42, 45, 50, 60]) {
      const organs = [{ name: '某某市人民政府', sealDiameter: diameter }]
      const layout = layoutOf(source(''), { organs })
      const [seal] = layout.seals
      assert.ok(seal)
      assert.equal(seal.field, 'HongtouSeal1')
      assert.equal(seal.rect.width, diameter)
      const date = rectOf(layout, 'issueDate')
      const name = rectOf(layout, 'signatory')
      near(centreOf(seal.rect), centreOf(date))
      const gap = seal.rect.y - bottomOf(rectOf(layout, 'body'))
      assert.ok(gap >= 0 && gap <= PITCH, `${diameter}: ${gap} mm below the text`)
      const drop = (name.y + bottomOf(date)) / 2 - (seal.rect.y + diameter / 2)
      assert.ok(drop >= 2 - 1e-6 && drop <= 4 + 1e-6, `${diameter}: ${drop} mm`)
    }
  })

  it('gives a seal the diameter of its organ’s rank (国发〔1999〕25号)', () => {
    assert.equal(layoutOf(source('')).seals[0]?.rect.width, 45)
    const office = source('').replace('发文机关: 某某市人民政府', '发文机关: 某某市水利局')
    assert.equal(layoutOf(office).seals[0]?.rect.width, 42)
  })

  it('draws the seal in red paths only: ring, star and one outline for every character', () => {
    const appearance = layoutOf(source('')).seals[0]?.appearance ?? []
    assert.equal(appearance.length, 2 + '某某市人民政府'.length)
    for (const item of appearance) assert.ok(item.kind === 'path' && item.fill === '红')
  })

  it('moves the date left for a name much longer than it, so that the name stays inside (7.3.5.1)', () => {
    const layout = layoutOf(source('署名: 某某市人民政府推进职能转变协调小组办公室处'))
    near(rightOf(rectOf(layout, 'signatory')), 184)
    near(centreOf(rectOf(layout, 'signatory')), centreOf(rectOf(layout, 'issueDate')))
  })

  it('breaks a name that is wider than the lines, at a word border', () => {
    const name = '某某市人民政府推进职能转变协调小组办公室和有关部门联席会议办公室'
    const layout = layoutOf(source(`署名: ${name}`))
    const lines = linesOf(layout.pages[0] as Page, 'signatory')
    assert.equal(lines.join(''), name)
    assert.equal(lines.length, 2)
    for (const { element, rect } of layout.facts.elements) if (element === 'signatory') assert.ok(rect.x > 28)
  })

  it('without a seal: one blank line, name two characters from the right, date two right of its start (7.3.5.2)', () => {
    const layout = layoutOf(source('署名方式: 不加盖印章\n署名: 某某市人民政府推进职能转变协调小组'))
    const name = rectOf(layout, 'signatory')
    near(rightOf(name), 184 - 2 * CELL)
    near(rectOf(layout, 'issueDate').x, name.x + 2 * CELL)
    near(name.y, bottomOf(rectOf(layout, 'body')) + (PITCH - GLYPH) + PITCH)
    assert.equal(layout.seals.length, 0)
  })

  it('without a seal and with a date longer than the name: the date two characters from the right (7.3.5.2)', () => {
    const layout = layoutOf(source('署名方式: 不加盖印章\n署名: 某某局'))
    const date = rectOf(layout, 'issueDate')
    near(rightOf(date), 184 - 2 * CELL)
    near(rectOf(layout, 'signatory').x, date.x - 2 * CELL)
  })

  it('签名章: two blank lines, four characters from the right, the post two left of it, the date a blank line below (7.3.5.3)', () => {
    const layout = layoutOf(source('署名方式: 签名章\n签署人: 市长 王某某'))
    const [seal] = layout.seals
    assert.ok(seal)
    assert.equal(seal.kind, '签名章')
    assert.equal(seal.issuer, '王某某')
    near(rightOf(seal.rect), 184 - 4 * CELL)
    near(seal.rect.y, bottomOf(rectOf(layout, 'body')) + (PITCH - GLYPH) + 2 * PITCH)
    const post = rectOf(layout, 'signedByPost')
    near(rightOf(post), seal.rect.x - 2 * CELL)
    near(post.y + GLYPH / 2, seal.rect.y + seal.rect.height / 2)
    const date = rectOf(layout, 'issueDate')
    near(rightOf(date), 184 - 4 * CELL)
    near(date.y, bottomOf(seal.rect) + (PITCH - GLYPH) + PITCH)
  })

  it('keeps the place of a date that a draft does not have yet', () => {
    const dated = layoutOf(source(''))
    const draft = layoutOf(source('').replace('成文日期: 2026年11月22日\n', ''))
    near(rectOf(draft, 'signatory').y, rectOf(dated, 'signatory').y)
    // A date of usual width: digits are half as wide as the 16 pt glyphs, the cell is 15.793 pt.
    assert.ok(Math.abs((draft.seals[0]?.rect.x ?? 0) - (dated.seals[0]?.rect.x ?? 0)) < 0.3)
  })

  it('prints nothing for 署名方式 无', () => {
    const layout = layoutOf(source('署名方式: 无'))
    assert.equal(layout.seals.length, 0)
    assert.equal(layout.facts.elements.filter(({ element }) => element === 'signatory').length, 0)
  })

  it('joint issue: each seal on its own name, none touching another, the date under the last (7.3.5.1)', () => {
    const issuers = '[某某市教育局, 某某市财政局, 某某市水利局, 某某市农业局]'
    const layout = layoutOf(source('').replace('发文机关: 某某市人民政府', `发文机关: ${issuers}`))
    assert.equal(layout.seals.length, 4)
    layout.seals.forEach((seal, index) => {
      near(centreOf(seal.rect), centreOf(rectOf(layout, 'signatory', index)))
      assert.ok(seal.rect.x >= 28 && rightOf(seal.rect) <= 184)
      for (const other of layout.seals.slice(0, index)) {
        const distance = Math.hypot(other.rect.x - seal.rect.x, other.rect.y - seal.rect.y)
        assert.ok(distance > seal.rect.width, `${distance} mm`)
      }
    })
    near(centreOf(rectOf(layout, 'issueDate')), centreOf(rectOf(layout, 'signatory', 3)))
  })

  it('joint issue: the names of a row of seals begin on one line, with the date and longer names (7.3.5.1)', () => {
    const issuers = '[某某市教育局, 某某市人力资源和社会保障局, 某某市水利局]'
    const layout = layoutOf(source('').replace('发文机关: 某某市人民政府', `发文机关: ${issuers}`))
    const tops = layout.facts.elements.filter(({ element }) => element === 'signatory').map(({ rect }) => rect.y)
    for (const owner of ['某某市教育局', '某某市水利局']) {
      const run = runsOf(layout.pages[0]?.items ?? []).find(
        ({ element, text }) => element === 'signatory' && text === owner,
      )
      near((run?.baseline ?? 0) - 0.88 * GLYPH, tops[0] as number, owner)
    }
    near(rectOf(layout, 'issueDate').y, (tops[0] as number) + PITCH)
    near(Math.min(...tops), tops[0] as number)
  })

  it('joint issue without seals: the host organ first, the others below it, each on its line (7.3.5.2)', () => {
    const issuers = '[某某市教育局, 某某市人力资源和社会保障局, 某某市水利局]'
    const layout = layoutOf(source('署名方式: 不加盖印章').replace('发文机关: 某某市人民政府', `发文机关: ${issuers}`))
    const [page] = layout.pages
    assert.ok(page)
    assert.deepEqual(linesOf(page, 'signatory'), ['某某市教育局', '某某市人力资源和社会保障局', '某某市水利局'])
    const [host, second, third] = [0, 1, 2].map((nth) => rectOf(layout, 'signatory', nth))
    assert.ok(host && second && third)
    for (const name of [second, third]) near(name.x, host.x)
    near(second.y, host.y + PITCH)
    near(third.y, host.y + 2 * PITCH)
    near(rightOf(second), 184 - 2 * CELL)
    near(rectOf(layout, 'issueDate').x, host.x + 2 * CELL)
    near(rectOf(layout, 'issueDate').y, third.y + PITCH)
  })

  it('附注 in brackets two characters in, below the date (7.3.6)', () => {
    const layout = layoutOf(source('附注: 此件公开发布'))
    const [page] = layout.pages
    assert.ok(page)
    assert.deepEqual(linesOf(page, 'note'), ['（此件公开发布）'])
    const note = runsOf(page.items).find((run) => run.element === 'note')
    const date = runsOf(page.items).find((run) => run.element === 'issueDate')
    near(note?.baseline ?? 0, (date?.baseline ?? 0) + PITCH)
  })

  it('wraps 附注 before the seal rather than run under it, behind a mark, on the line after the date (7.3.6)', () => {
    const layout = layoutOf(source('附注: 联系人：李强，电话：0000-8234567'))
    const [page] = layout.pages
    const [seal] = layout.seals
    assert.ok(page && seal)
    assert.deepEqual(linesOf(page, 'note'), ['（联系人：李强，', '电话：0000-8234567）'])
    const notes = layout.facts.elements.filter(({ element }) => element === 'note')
    for (const { rect } of notes) assert.ok(rightOf(rect) < seal.rect.x, `${rightOf(rect)} mm`)
    near(notes[0]?.rect.x ?? 0, 28 + 2 * CELL)
    near(notes[0]?.rect.y ?? 0, rectOf(layout, 'issueDate').y + PITCH)
  })

  it('puts 附注 below the seals where they leave no room beside them', () => {
    const issuers = '发文机关: [某某市教育局, 某某市财政局, 某某市水利局]'
    const joint = source('附注: 此件公开发布').replace('发文机关: 某某市人民政府', issuers)
    const layout = layoutOf(joint)
    const note = rectOf(layout, 'note')
    for (const { rect } of layout.seals) assert.ok(note.y >= bottomOf(rect), `${note.y} mm`)
  })
})

describe('a page with 印章 shows text (7.3.5.5)', () => {
  /** Texts of every length around the end of the first page. */
  const lengths = Array.from({ length: 26 }, (_, count) => count + 1)

  it('for every number of lines', () => {
    for (const count of lengths) {
      const layout = layoutOf(source('', Array(count).fill('现就有关事项通知如下。').join('\n\n')))
      const [seal] = layout.seals
      assert.ok(seal)
      const page = layout.pages[seal.page]
      assert.ok(page)
      assert.ok(linesOf(page, 'body').length > 0, `${count} lines: no text beside the seal`)
      assert.ok(bottomOf(seal.rect) <= 262.1, `${count} lines: seal down to ${bottomOf(seal.rect)} mm`)
      const drawn = layout.pages.flatMap((each) => linesOf(each, 'body')).length
      assert.equal(drawn, count)
    }
  })

  it('by changing the line pitch between 28 and 31 pt at most, and says so', () => {
    const adjusted = lengths.flatMap((count) => {
      const { facts } = layoutOf(source('', Array(count).fill('现就有关事项通知如下。').join('\n\n')))
      return facts.adjusted
    })
    assert.ok(adjusted.length > 0)
    for (const { what, to } of adjusted) {
      assert.equal(what, 'linePitch')
      assert.ok((to * 72) / 25.4 > 27.99 && (to * 72) / 25.4 < 31.01, String(to))
    }
  })
})
