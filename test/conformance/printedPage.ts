/** A page as readers see it: characters that mutool finds and ink on its picture. Nothing of ours is asked. */
import { judge, judgeBytes } from '../support/judges.ts'
import { type Picture, pictureOf } from './picture.ts'

/** Millimetres from the upper left corner of the page. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Character {
  readonly text: string
  /** From the pen to the end of the advance. */
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Where the character may have ink. */
  readonly square: Box
  /** In points. */
  readonly size: number
  readonly font: string
  /** As `#rrggbb`. */
  readonly colour: string
}

export interface PrintedPage {
  readonly width: number
  readonly height: number
  readonly characters: readonly Character[]
  readonly picture: Picture
}

const DPI = 600
const MM = 25.4 / 72
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function countPages(pdf: string): number {
  const { stdout } = judge('mutool', ['info', '-M', pdf])
  return Number(/^Pages: (\d+)/m.exec(stdout)?.[1] ?? 0)
}

/** @param number counts from 1. Undefined where the PDF has no such page. */
export function readPage(pdf: string, number: number): PrintedPage | undefined {
  // The judge takes a number that is too large for the last page.
  if (number > countPages(pdf)) return undefined
  const { stdout } = judge('mutool', ['draw', '-q', '-F', 'stext', '-o', '-', pdf, String(number)])
  const [page] = /<page [^>]*>/.exec(stdout) ?? []
  if (page === undefined) return undefined
  const pixels = judgeBytes('mutool', ['draw', '-q', '-r', String(DPI), '-F', 'ppm', '-o', '-', pdf, String(number)])
  return {
    width: Number(attribute(page, 'width')) * MM,
    height: Number(attribute(page, 'height')) * MM,
    characters: charactersOf(stdout),
    picture: pictureOf(pixels, DPI),
  }
}

function charactersOf(stext: string): readonly Character[] {
  const found: Character[] = []
  let [font, size, turned] = ['', 0, false]
  for (const [tag] of stext.matchAll(/<(?:line|font|char) [^>]*>/g)) {
    if (tag.startsWith('<line')) {
      turned = attribute(tag, 'dir') !== '1 0'
      continue
    }
    if (tag.startsWith('<font')) {
      font = attribute(tag, 'name')
      size = Number(attribute(tag, 'size'))
      continue
    }
    const text = unescaped(attribute(tag, 'c'))
    if (text.trim() === '') continue
    const corners = attribute(tag, 'quad')
      .split(' ')
      .map((corner) => Number(corner) * MM)
    const [x, y] = [corners.filter((_, index) => index % 2 === 0), corners.filter((_, index) => index % 2 === 1)]
    const [left, right] = [Math.min(...x), Math.max(...x)]
    const baseline = Number(attribute(tag, 'y')) * MM
    // Boxes of fonts are of all heights: upright ink stands about the baseline. That of turned text is where its box is.
    const em = size * MM
    const upright = { left, right, top: baseline - 0.98 * em, bottom: baseline + 0.22 * em }
    const square = turned ? { left, right, top: Math.min(...y), bottom: Math.max(...y) } : upright
    found.push({ text, left, right, baseline, square, size, font, colour: attribute(tag, 'color') })
  }
  return found
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function unescaped(text: string): string {
  return text.replace(/&(#x?)?(\w+);/g, (_whole, numeric: string | undefined, name: string) =>
    numeric === undefined ? (ENTITIES[name] ?? '') : String.fromCodePoint(Number(`0${numeric.slice(1)}${name}`)),
  )
}
