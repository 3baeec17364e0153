import assert from 'node:assert/strict'
import type { Face } from '../../server/src/fonts/face.ts'
import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import { buildDocument } from '../../server/src/model/build.ts'
import type { GongwenDocument } from '../../server/src/model/document.ts'
import { EMPTY_PROFILE, type Profile } from '../../server/src/profile/profile.ts'
import { FONT_ROLES, type FontRole } from '../../server/src/standard/fontRole.ts'
import type { Rect } from '../../server/src/standard/units.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import type { DisplayItem, Layout, Page, Run } from '../../server/src/typeset/pages.ts'
import { type TypesetOptions, typeset } from '../../server/src/typeset/typeset.ts'

const FACES: readonly Face[] = FONT_ROLES.map((role) => ({
  key: role,
  family: role,
  role,
  origin: 'bundled',
  substitute: false,
  embeddable: true,
}))

/** Ink of every full-width glyph: 840 above and 80 below the baseline, 40 blank on each side. */
const INK = { left: 40, bottom: -80, right: 960, top: 840 }

/** Faces of squares: full-width glyphs 1000 wide, ASCII 500. No face has the character 龘. */
export const SQUARES: FaceSet = {
  faces: FACES,
  pick: (role, text) => ({ face: faceOf(role), missing: [...text].filter((character) => character === '龘') }),
  advance: (_, character) => ((character.codePointAt(0) as number) < 0x7f ? 500 : 1000),
  ink: (_, character) => (/\s/.test(character) ? undefined : INK),
  outline: () => 'M0 0L900 0L900-900L0-900Z',
  bytes: () => new Uint8Array(),
}

function faceOf(role: FontRole): Face {
  return FACES.find((face) => face.role === role) as Face
}

export function documentOf(source: string, profile: Partial<Profile> = {}): GongwenDocument {
  return buildDocument({ uri: 'a.gw.md', version: 1, tree: parse(source), profile: { ...EMPTY_PROFILE, ...profile } })
}

export function layoutOf(source: string, profile: Partial<Profile> = {}, options: TypesetOptions = {}): Layout {
  return typeset(documentOf(source, profile), SQUARES, options)
}

/** All runs of a page, those of turned items too. */
export function runsOf(items: readonly DisplayItem[]): readonly Run[] {
  return items.flatMap((item) => (item.kind === 'run' ? [item] : item.kind === 'turned' ? runsOf(item.items) : []))
}

/** The lines of one element on a page as they read, from top to bottom. */
export function linesOf(page: Page, ...elements: readonly string[]): readonly string[] {
  const lines = new Map<number, string>()
  for (const run of runsOf(page.items)) {
    if (!elements.includes(run.element)) continue
    const key = Math.round(run.baseline * 100)
    lines.set(key, (lines.get(key) ?? '') + run.text)
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, text]) => text)
}

/** The only run, or the first, of an element. */
export function runOf(layout: Layout, element: string, page = 0): Run {
  const found = runsOf((layout.pages[page] as Page).items).find((run) => run.element === element)
  assert.ok(found, `no run of ${element} on page ${page + 1}`)
  return found
}

export function rectOf(layout: Layout, element: string, nth = 0): Rect & { readonly page: number } {
  const found = layout.facts.elements.filter((each) => each.element === element)[nth]
  assert.ok(found, `no ${element}`)
  return { ...found.rect, page: found.page }
}

/** Top of the em box of a run, in mm. */
export function topOf(run: Run): number {
  return run.baseline - (0.88 * run.size * 25.4) / 72
}

/** Equal within 0.05 mm: glyphs of 16 pt stand centred in cells of 15.793 pt, 0.037 mm over either edge. */
export function near(actual: number, expected: number, what = ''): void {
  assert.ok(
    Math.abs(actual - expected) < 0.05,
    `${what} is ${actual.toFixed(3)} mm, expected ${expected.toFixed(3)} mm`,
  )
}
