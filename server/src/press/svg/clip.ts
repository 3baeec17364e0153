import type { Outline } from '../../typeset/picture.ts'
import { readLength } from './length.ts'
import { multiply, readTransform } from './matrix.ts'
import { commandsOf, dataOf, pathOf } from './outline.ts'
import { type Around, labour, type Pen, referredTo, takeData } from './pen.ts'
import { styleOf } from './style.ts'

/** The `clip-path` of an element as one outline; undefined where it has none, or one that cannot be had. */
export function clipOf(pen: Pen, value: string | undefined, around: Around): Outline | undefined {
  const clip = referredTo(pen, value)
  if (clip?.name !== 'clipPath') return undefined
  if (clip.attributes.clipPathUnits === 'objectBoundingBox') {
    pen.simplified.add('裁剪')
    return undefined
  }
  const matrix = multiply(around.matrix, readTransform(clip.attributes.transform))
  let d = ''
  let evenOdd = false
  for (const child of clip.children) {
    if (typeof child === 'string') continue
    const target = child.name === 'use' ? pen.palette.byId.get((child.attributes.href ?? '').slice(1)) : child
    if (target) labour(pen, target)
    const path =
      target && pathOf(target, (name, along) => readLength(target.attributes[name], along, around.viewport) ?? 0)
    const commands = path === undefined ? undefined : commandsOf(path)
    if (!target || !commands) {
      pen.simplified.add('裁剪')
      return undefined
    }
    const style = styleOf(target, {}, pen.sheet)
    evenOdd ||= style['clip-rule'] === 'evenodd'
    d += dataOf(commands, multiply(matrix, readTransform(target.attributes.transform)))
    takeData(pen, d)
  }
  return { d, evenOdd }
}
