import type { FaceSet } from '../fonts/faceSet.ts'
import { paintSvg } from '../render/svg.ts'
import { sealDiameter } from '../standard/seals.ts'
import type { Mm } from '../standard/units.ts'
import { drawSeal } from '../typeset/sealDrawing.ts'
import { openTypefaces } from '../typeset/typefaces.ts'
import type { SealRequest } from './press.ts'
import { readEmblem } from './sealEmblem.ts'

interface Picture {
  readonly bytes: Uint8Array
  readonly width: Mm
  readonly height: Mm
}

/** The picture that is asked for; without one an organ's seal as SVG, of the same drawing as the one on the page. */
export async function sealPicture(
  { name, picture, emblem, diameter = sealDiameter({ name }) }: SealRequest,
  openFaces: () => Promise<FaceSet>,
): Promise<Picture> {
  if (picture) return { bytes: picture.bytes, width: diameter, height: picture.height ?? diameter }
  const faces = await openFaces()
  const size = { width: diameter, height: diameter }
  const { appearance } = drawSeal(
    openTypefaces(faces),
    name,
    { x: 0, y: 0, ...size },
    emblem && readEmblem(emblem, diameter, faces),
  )
  const svg = paintSvg({ key: 'seal', number: null, ...size, items: appearance, structure: [] }, faces)
  return { bytes: new TextEncoder().encode(svg), ...size }
}
