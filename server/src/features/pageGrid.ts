/** 版心 and the grid of lines and characters that fills it, for a preview to lay over its pages. */
import type { GongwenDocument } from '../model/document.ts'
import { BODY_HEIGHT, COLUMNS, LINE_PITCH, PAPER, TYPE_AREA } from '../standard/layout.ts'

/** Millimetres from the upper left corner of the trimmed page. */
export interface PageGrid {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
  /** From one line to the next, and height of a character. */
  readonly pitch: number
  readonly character: number
  readonly paper: { readonly width: number; readonly height: number }
}

/** GB/T 9704—2012 5.2: 22 lines of 28 characters at the usual pitch; an office with a pitch of its own has more or fewer. */
export function pageGrid({ profile }: Pick<GongwenDocument, 'profile'>): PageGrid {
  const pitch = profile.layout.linePitch ?? LINE_PITCH
  // The last line is as high as its characters; 21 of the usual pitches and a character are 0.03 mm more than 225.
  const rows = Math.floor((TYPE_AREA.height - BODY_HEIGHT) / pitch + 0.01) + 1
  return { ...TYPE_AREA, columns: COLUMNS, rows, pitch, character: BODY_HEIGHT, paper: PAPER }
}
