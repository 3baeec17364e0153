import type { FaceSet } from '../../server/src/fonts/faceSet.ts'
import type { PdfInfo } from '../../server/src/render/pdf.ts'
import { METADATA_ITEMS, type MetadataName } from '../../server/src/standard/metadata.ts'
import type { DisplayItem, Layout, Page, Run, SealPlace } from '../../server/src/typeset/pages.ts'
import { faceKey } from '../support/faces.ts'

/** A run of body text unless told otherwise: 3号 in the grid of 28 characters a line. */
export function run(faces: FaceSet, text: string, change: Partial<Run> = {}): Run {
  const { role = '仿宋', ...rest } = change
  const face = faceKey(faces, role)
  return {
    kind: 'run',
    text,
    role,
    face,
    size: 16,
    pitch: -0.207,
    x: 28,
    baseline: 42,
    colour: '黑',
    element: 'body',
    ...rest,
  }
}

export function page(items: readonly DisplayItem[], number: number | null = 1): Page {
  return { key: `page-${number}`, number, width: 210, height: 297, items, structure: [] }
}

export function layoutOf(
  pages: readonly Page[],
  { seals = [], outline = [] }: { seals?: readonly SealPlace[]; outline?: Layout['outline'] } = {},
): Layout {
  const facts = {
    uri: 'file:///示例.gw.md',
    version: 1,
    pages: pages.length,
    titleLines: [],
    elements: [],
    faces: [],
    problems: [],
    adjusted: [],
  }
  return { pages, seals, facts, outline }
}

const NOTHING_KNOWN = Object.fromEntries(METADATA_ITEMS.map(({ name }) => [name, [] as string[]])) as Record<
  MetadataName,
  string[]
>

export const INFO: PdfInfo = {
  title: '某某市人民政府关于A&B“试点”<一期>的通知',
  author: '某某市人民政府',
  subject: '某政发〔2026〕12号',
  metadata: NOTHING_KNOWN,
  created: new Date('2026-11-22T01:02:03Z'),
}

/** 2 × 2 pixels, grey, half transparent. */
export const CLEAR_PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEUlEQVR4AWNsAAIGIGBigAIAHzYCBPV0vdYAAAAASUVORK5CYII='),
  (letter) => letter.charCodeAt(0),
)

/** The start of a JPEG that says it has four channels. */
export const CMYK_JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 2, 0, 2, 4, 0, 0, 0, 0, 0, 0, 0, 0)
