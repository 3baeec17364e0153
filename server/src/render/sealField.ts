import type { FaceSet } from '../fonts/faceSet.ts'
import { mmToPt } from '../standard/units.ts'
import type { Page, SealPlace } from '../typeset/pages.ts'
import { contentOf } from './content.ts'
import type { Paper } from './paper.ts'

const PRINT = 1 << 2

function noImage(name: string): never {
  throw new Error(`a seal is drawn with paths only, not with the image ${name}`)
}

/**
 * An empty signature field at the seal's place on the current page. What it will show once signed travels with it as
 * `/HongtouSeal`: a drawing of paths only, so that whoever signs needs neither the fonts nor the typesetter. It is painted
 * as ink is, multiplied with what lies under it: 署名 and date stay black and legible (GB/T 9704—2012 7.3.5.1).
 */
export function addSealField(paper: Paper, page: Page, seal: SealPlace, faces: FaceSet): void {
  const { x, y, width, height } = seal.rect
  const [left, bottom] = [mmToPt(x), mmToPt(page.height - y - height)]
  const form = (content: string) => {
    const appearance = paper.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, mmToPt(width), mmToPt(height)],
      Resources: { ExtGState: { Ink: { Type: 'ExtGState', BM: 'Multiply' } } },
    })
    appearance.end(content)
    return appearance
  }
  const drawing = contentOf(seal.appearance, { faces, encode: () => undefined, image: noImage })
  const toForm = [1, 0, 0, -1, -left, mmToPt(y + height)].map((value) => Math.round(value * 1e4) / 1e4).join(' ')
  const field = paper.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(seal.field),
    TU: new String(seal.issuer),
    F: PRINT,
    P: paper.page.dictionary,
    Rect: [left, bottom, left + mmToPt(width), bottom + mmToPt(height)],
    AP: { N: form('q Q') },
    HongtouSeal: form(`/Ink gs ${toForm} cm\n${drawing}`),
  })
  field.end()
  paper.page.annotations.push(field)
  paper.addField(field)
}
