import type { Box } from './matrix.ts'
import { intersection } from './matrix.ts'
import { createPath, fillPath, type PathBuilder, strokePath } from './path.ts'
import type { Operator } from './run.ts'
import type { GraphicsState } from './state.ts'

/** An operator that ends a path: it is closed, filled, stroked, or none of these (ISO 32000-1 table 60). */
export function painting(...work: readonly ('close' | 'fill' | 'stroke')[]): Operator {
  return (run) => {
    const { path, state, marks } = run
    if (work.includes('close')) path.close()
    marks.budget.spend('marks', path.subpaths.length)
    const painted = [
      work.includes('fill') ? fillPath(path, state.fill, state.clip) : undefined,
      work.includes('stroke') ? strokePath(path, penWidth(state), state.stroke, state.clip) : undefined,
    ]
    for (const each of painted) {
      for (const bar of each?.bars ?? []) marks.bars.push(bar)
      for (const shape of each?.shapes ?? []) marks.shapes.push(shape)
    }
    if (run.clips) state.clip = clipTo(state.clip, path)
    run.clips = false
    run.path = createPath()
  }
}

function penWidth({ lineWidth, matrix: [a, b, c, d] }: GraphicsState): number {
  return lineWidth * Math.sqrt(Math.abs(a * d - b * c))
}

/** A clip is taken for the box around it: positions need no more. */
function clipTo(clip: Box | undefined, path: PathBuilder): Box | undefined {
  let around: Box | undefined
  for (const { box } of path.subpaths)
    around = {
      left: Math.min(around?.left ?? Infinity, box.left),
      top: Math.min(around?.top ?? Infinity, box.top),
      right: Math.max(around?.right ?? -Infinity, box.right),
      bottom: Math.max(around?.bottom ?? -Infinity, box.bottom),
    }
  const nothing: Box = { left: -1e6, top: -1e6, right: -1e6, bottom: -1e6 }
  if (around === undefined) return nothing
  return clip === undefined ? around : (intersection(clip, around) ?? nothing)
}
