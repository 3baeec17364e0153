import type { FaceSet } from '../fonts/faceSet.ts'
import type { Mm } from '../standard/units.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Shape } from '../typeset/picture.ts'
import { EMBLEM_RADIUS } from '../typeset/sealDrawing.ts'
import { readDrawing } from './svg/drawing.ts'
import { type Matrix, numbersIn } from './svg/matrix.ts'
import { commandsOf, dataOf } from './svg/outline.ts'

/**
 * Outlines of an emblem that the user brings, for the middle of a seal whose square begins at 0 0: as large as a seal leaves
 * room for, its proportions kept. A seal is printed in one ink, so that only filled outlines of one colour will do.
 * @throws Failure `seal-emblem`; `image-…` for what is no SVG that can be read
 */
export function readEmblem(svg: Uint8Array, diameter: Mm, faces: FaceSet): readonly string[] {
  const { drawing, lost, simplified } = readDrawing(svg, faces)
  const { shapes } = drawing
  const colours = new Set(shapes.map(({ fill }) => fill?.colour))
  if (lost.length + simplified.length > 0 || colours.size !== 1 || !shapes.every(isPlain))
    throw new Failure(
      'seal-emblem',
      message(
        '徽标图形只能用一种颜色的实心路径（不要描边、渐变、透明、裁剪、图片和奇偶填充）。请在绘图软件里转换后再用。',
      ),
    )
  const fit = fitting(shapes, diameter)
  return shapes.map(({ d }) => dataOf(commandsOf(d) ?? [], fit))
}

function isPlain({ d, fill, stroke, clips, evenOdd }: Shape): boolean {
  const isSimple = !evenOdd || (d.match(/M/g) ?? []).length === 1
  return fill?.opacity === 1 && stroke === undefined && clips.length === 0 && isSimple
}

/** Lays the middle of all points on that of the seal, and the farthest on the circle that the name leaves free. */
function fitting(shapes: readonly Shape[], diameter: Mm): Matrix {
  const numbers = shapes.flatMap(({ d }) => [...numbersIn(d.replace(/[MLCZ]/g, ' '))])
  const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, index) => index % 2 === odd)) as [number[], number[]]
  const middle = (list: readonly number[]): number => (least(list) + most(list)) / 2
  const [x, y] = [middle(xs), middle(ys)]
  const reach = most(xs.map((each, index) => Math.hypot(each - x, (ys[index] as number) - y)))
  const scale = (EMBLEM_RADIUS * diameter) / (reach || 1)
  return [scale, 0, 0, scale, diameter / 2 - x * scale, diameter / 2 - y * scale]
}

const least = (list: readonly number[]): number => list.reduce((a, b) => Math.min(a, b))
const most = (list: readonly number[]): number => list.reduce((a, b) => Math.max(a, b))
