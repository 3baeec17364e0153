import { judge } from '../support/judges.ts'

export interface PrintedCharacter {
  readonly character: string
  /** Pen position in millimetres from the top left corner of the page. */
  readonly x: number
  readonly baseline: number
  readonly font: string
  readonly size: number
  readonly colour: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What mutool finds on a page: an opinion on positions that owes nothing to the painter. `pageNumber` counts from 1. */
export function printedCharacters(pdf: string, pageNumber: number): readonly PrintedCharacter[] {
  const { stdout } = judge('mutool', ['draw', '-q', '-F', 'stext', '-o', '-', pdf, String(pageNumber)])
  const found: PrintedCharacter[] = []
  let [font, size] = ['', 0]
  for (const [tag] of stdout.matchAll(/<(?:font|char) [^>]*>/g)) {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    if (tag.startsWith('<font')) {
      font = value('name')
      size = Number(value('size'))
      continue
    }
    const character = value('c').replace(/&(#x?)?(\w+);/g, (_whole, numeric: string | undefined, name: string) => {
      return numeric === undefined ? ENTITIES[name]! : String.fromCodePoint(Number(`0${numeric.slice(1)}${name}`))
    })
    const mm = (name: string) => (Number(value(name)) * 25.4) / 72
    found.push({ character, x: mm('x'), baseline: mm('y'), font, size, colour: value('color') })
  }
  return found
}
