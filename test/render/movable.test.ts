import assert from 'node:assert/strict'
import fc from 'fast-check'
import { movable } from '../../server/src/render/movable.ts'

/** Where each command of relative path data ends and turns, from where the pen stands. */
function follow(path: string, from: readonly [number, number]): string[] {
  let [x, y] = from
  let start: readonly [number, number] = from
  const places: string[] = []
  for (const [, command = '', list = ''] of path.matchAll(/([mlqcz])([^mlqcz]*)/g)) {
    const values = (list.match(/-?[\d.]+/g) ?? []).map(Number)
    const points: string[] = []
    for (let at = 0; at < values.length; at += 2) points.push(`${x + values[at]!} ${y + values[at + 1]!}`)
    if (command === 'z') [x, y] = start
    else {
      x += values.at(-2)!
      y += values.at(-1)!
    }
    if (command === 'm') start = [x, y]
    places.push(`${command.toUpperCase()}${points.join(' ')}`)
  }
  return places
}

describe('a movable outline', () => {
  const point = fc
    .tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 }))
    .map((at) => at.join(' '))
  const stroke = fc.oneof(
    point.map((to) => `L${to}`),
    fc.tuple(point, point).map((points) => `Q${points.join(' ')}`),
    fc.tuple(point, point, point).map((points) => `C${points.join(' ')}`),
  )
  const contour = fc
    .tuple(point, fc.array(stroke, { minLength: 1, maxLength: 5 }))
    .map(([from, strokes]) => [`M${from}`, ...strokes, 'Z'])
  const outline = fc.array(contour, { maxLength: 4 }).map((contours) => contours.flat())

  it('draws from the origin what the outline draws', () => {
    fc.assert(
      fc.property(outline, (commands) => assert.deepEqual(follow(movable(commands.join('')), [0, 0]), commands)),
    )
  })

  it('draws the same wherever the pen stands', () => {
    assert.equal(movable('M100 -20L130 -20Q140 0 130 10ZM0 0L1 1Z'), 'm100-20l30 0q10 20 0 30zm-100 20l1 1z')
  })
})
