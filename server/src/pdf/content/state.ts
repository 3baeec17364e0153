import type { PdfFont } from '../font/font.ts'
import type { PdfObject } from '../objects.ts'
import { BLACK, type Colour } from './colour.ts'
import type { Box, Matrix } from './matrix.ts'

/** What `q` saves (ISO 32000-1 8.4, 9.3), as far as positions and colours depend on it. */
export interface GraphicsState {
  matrix: Matrix
  clip: Box | undefined
  lineWidth: number
  fill: Colour | undefined
  stroke: Colour | undefined
  fillSpace: PdfObject
  strokeSpace: PdfObject
  font: PdfFont | undefined
  fontSize: number
  characterSpacing: number
  wordSpacing: number
  /** 1 for 100 %. */
  scale: number
  leading: number
  rise: number
  /** Tr: 0 fill, 1 stroke, 2 both, 3 neither; 4 and more clip as well. */
  rendering: number
}

export function initialState(matrix: Matrix, clip: Box): GraphicsState {
  return {
    matrix,
    clip,
    lineWidth: 1,
    fill: BLACK,
    stroke: BLACK,
    fillSpace: { kind: 'name', name: 'DeviceGray' },
    strokeSpace: { kind: 'name', name: 'DeviceGray' },
    font: undefined,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    rendering: 0,
  }
}
