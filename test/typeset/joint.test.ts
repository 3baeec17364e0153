import assert from 'node:assert/strict'
import { breakName } from '../../server/src/typeset/names.ts'
import type { Page } from '../../server/src/typeset/pages.ts'
import { layoutOf, linesOf, near, rectOf, runsOf } from './support.ts'

const CELL = 156 / 28
const PITCH = 10.447
const ORGANS = [
  '某某市教育局',
  '某某市财政局',
  '某某市人力资源和社会保障局',
  '某某市水利局',
  '某某市发展和改革委员会',
  '某某市住房和城乡建设局',
  '国家税务总局某某市税务局',
  '某某市农业农村局',
  '某某市市场监督管理局',
  '某某市卫生健康委员会',
  '某某市自然资源和规划局',
  '某某市生态环境局',
]

function joint(count: number, { front = '', title = '关于某事的通知', addressee = '各单位' } = {}): string {
  const issuers = `[${ORGANS.slice(0, count).join(', ')}]`
  return `---\n发文机关: ${issuers}\n发文字号: 某教发〔2026〕18号\n成文日期: 2026年9月4日\n${front}\n---\n\n# ${title}\n\n${addressee}：\n\n为做好有关工作，现通知如下。\n\n请认真落实。\n`
}

const rightOf = ({ x, width }: { x: number; width: number }) => x + width
const centreOf = ({ x, width }: { x: number; width: number }) => x + width / 2

describe('发文机关标志 of joint issue (GB/T 9704—2012 7.2.4, 7.3.3)', () => {
  it('leaves text on the first page for two to twelve organs, its top always 35 mm below the type area’s', () => {
    for (let count = 2; count <= 12; count++) {
      const layout = layoutOf(joint(count))
      assert.ok(linesOf(layout.pages[0] as Page, 'body').length > 0, `${count} organs`)
      const mark = runsOf(layout.pages[0]?.items ?? []).find(({ element }) => element === 'issuerMark')
      assert.ok(mark)
      near(mark.baseline - (0.84 * mark.size * 25.4) / 72, 72, `${count} organs`)
    }
  })

  it('shrinks where title and 主送 would leave no text there, before 主送 moves, and says so', () => {
    const addressee = Array.from({ length: 12 }, (_, index) => `某某市第${index}区人民政府办公室`).join('、')
    const layout = layoutOf(joint(6, { addressee }))
    assert.ok(linesOf(layout.pages[0] as Page, 'body').length > 0)
    assert.equal(rectOf(layout, 'addressee').page, 0)
    const [adjusted] = layout.facts.adjusted
    assert.ok(adjusted && adjusted.what === 'mark' && adjusted.page === 0 && adjusted.to < adjusted.from)
  })

  it('is the host’s alone when asked for', () => {
    const layout = layoutOf(joint(3, { front: '发文机关标志: 主办' }))
    assert.deepEqual(linesOf(layout.pages[0] as Page, 'issuerMark'), ['某某市教育局文件'])
    assert.equal(layout.seals.length, 3)
  })

  it('stands in the middle, no wider than 150 mm', () => {
    for (let count = 2; count <= 12; count++) {
      const mark = rectOf(layoutOf(joint(count)), 'issuerMark')
      near(centreOf(mark), 106, `${count} organs`)
      assert.ok(mark.width <= 150.05)
    }
  })
})

describe('several 签发人 (7.2.5, 7.2.6)', () => {
  const layout = layoutOf(joint(4, { front: '行文方向: 上行\n签发人: [王某某, 李某, 欧阳某某, 张某]' }))
  const names = runsOf(layout.pages[0]?.items ?? []).filter(
    ({ element, face }) => element === 'approver' && face === '楷体',
  )

  it('stand two to a line, later ones under the first, the widest one character from the right', () => {
    const [first, second, third, fourth] = names
    assert.ok(first && second && third && fourth && names.length === 4)
    near(third.x, first.x)
    near(fourth.x, second.x)
    near(third.baseline, first.baseline + PITCH)
    near(second.x + 3 * CELL, 184 - CELL)
  })

  it('push number and red line down, the number on the line of the last', () => {
    const [, , , last] = names
    const number = runsOf(layout.pages[0]?.items ?? []).find(({ element }) => element === 'docNumber')
    near(number?.baseline ?? 0, last?.baseline ?? 0)
    near(number?.x ?? 0, 28 + CELL)
    near(rectOf(layout, 'redLine').y, (last?.baseline ?? 0) + (0.08 * 16 * 25.4) / 72 + 4)
  })
})

describe('seals of joint issue (7.3.5.1)', () => {
  it('lie on their own names in rows, apart from each other, inside the type area, for two to twelve organs', () => {
    for (let count = 2; count <= 12; count++) {
      const { seals, facts } = layoutOf(joint(count))
      assert.equal(seals.length, count)
      const names = facts.elements.filter(({ element }) => element === 'signatory')
      for (const { rect, page } of seals) {
        assert.ok(rect.x >= 28 - 1e-6 && rightOf(rect) <= 184 + 1e-6 && rect.y + rect.height <= 262)
        assert.ok(names.some((name) => name.page === page && Math.abs(centreOf(name.rect) - centreOf(rect)) < 0.05))
        for (const other of seals) {
          if (other.rect === rect || other.page !== page) continue
          const distance = Math.hypot(centreOf(other.rect) - centreOf(rect), other.rect.y - rect.y)
          assert.ok(distance > rect.width + 1, `${count} organs: ${distance} mm`)
        }
      }
    }
  })

  it('of three stand 26, 78 and 130 mm from the left edge of the type area', () => {
    const centres = layoutOf(joint(3)).seals.map(({ rect }) => centreOf(rect) - 28)
    for (const [index, centre] of [26, 78, 130].entries()) near(centres[index] ?? 0, centre)
  })

  it('of two leave the date its four characters from the right', () => {
    for (const count of [2, 4, 5, 7, 8]) near(rightOf(rectOf(layoutOf(joint(count)), 'issueDate')), 184 - 4 * CELL)
  })

  it('begin within one line of the text', () => {
    for (let count = 2; count <= 12; count++) {
      const { seals, facts } = layoutOf(joint(count))
      const [first] = seals
      const text = facts.elements.filter(({ element, page }) => element === 'body' && page === first?.page).at(-1)
      assert.ok(first && text)
      const gap = first.rect.y - (text.rect.y + text.rect.height)
      assert.ok(gap >= 0 && gap <= PITCH, `${count} organs: ${gap} mm`)
    }
  })

  it('stand in even rows: none alone', () => {
    for (let count = 2; count <= 12; count++) {
      const rows = new Map<number, number>()
      for (const { rect } of layoutOf(joint(count)).seals) {
        const middle = Math.round(rect.y + rect.height / 2)
        rows.set(middle, (rows.get(middle) ?? 0) + 1)
      }
      for (const inRow of rows.values()) assert.ok(inRow === 2 || inRow === 3, `${count} organs`)
    }
  })

  it('break long names between words, and keep names beside each other apart', () => {
    assert.deepEqual(breakName('某某市人力资源和社会保障局', 8), ['某某市人力资源', '和社会保障局'])
    assert.deepEqual(breakName('国家税务总局某某市税务局', 8), ['国家税务总局', '某某市税务局'])
    for (let count = 3; count <= 12; count++) {
      const names = layoutOf(joint(count)).facts.elements.filter(({ element }) => element === 'signatory')
      for (const { rect } of names) {
        for (const other of names) {
          if (Math.abs(other.rect.y - rect.y) > 1 || other.rect.x <= rect.x) continue
          assert.ok(other.rect.x > rightOf(rect) + 1, `${count} organs: ${other.rect.x - rightOf(rect)} mm apart`)
        }
      }
    }
  })
})

describe('签名章 of joint issue (7.3.5.3)', () => {
  it('stand below each other, the host’s first, posts two characters left of them', () => {
    const layout = layoutOf(joint(3, { front: '署名方式: 签名章\n签署人: [局长 王某某, 局长 李某, 主任 欧阳某某]' }))
    assert.deepEqual(
      layout.seals.map(({ issuer }) => issuer),
      ['王某某', '李某', '欧阳某某'],
    )
    layout.seals.forEach(({ rect }, index) => {
      const post = rectOf(layout, 'signedByPost', index)
      near(rightOf(rect), 184 - 4 * CELL)
      near(rightOf(post), rect.x - 2 * CELL)
      near(post.y + post.height / 2, rect.y + rect.height / 2)
      const above = layout.seals[index - 1]
      if (above) assert.ok(rect.y > above.rect.y + above.rect.height)
    })
  })
})
