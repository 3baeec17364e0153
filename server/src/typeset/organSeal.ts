import { sealDiameter } from '../standard/seals.ts'
import type { Mm, Rect } from '../standard/units.ts'
import type { Job } from './job.ts'
import type { LooseSeal } from './row.ts'
import { drawSeal } from './sealDrawing.ts'

/** Diameter of an organ's seal, as the directory says or by its rank. */
export function diameterOf(job: Job, name: string): Mm {
  const organ = job.document.profile.organs.find((each) => each.name === name || each.short === name)
  return sealDiameter({ ...organ, name: organ?.name ?? name })
}

/** An organ's round seal about a point of the page. */
export function organSeal(job: Job, owner: string, diameter: Mm, cx: Mm, cy: Mm): LooseSeal {
  const rect: Rect = { x: cx - diameter / 2, y: cy - diameter / 2, width: diameter, height: diameter }
  return { issuer: owner, kind: '印章', rect, ...drawSeal(job.faces, owner, rect) }
}
