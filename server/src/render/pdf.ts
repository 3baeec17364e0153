import type { FaceSet } from '../fonts/faceSet.ts'
import { type OpenedFace, openFace } from '../fonts/openedFace.ts'
import { ticketFor } from '../fonts/ticket.ts'
import type { Metadata } from '../standard/metadata.ts'
import { mmToPt } from '../standard/units.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { DisplayItem, Layout, Page } from '../typeset/pages.ts'
import { addBookmarks } from './bookmarks.ts'
import { type ContentResources, contentOf } from './content.ts'
import { openGlyphCodes } from './glyphCodes.ts'
import { embedImages } from './images.ts'
import { addPageLabels } from './pageLabels.ts'
import { Paper } from './paper.ts'
import { addSealField } from './sealField.ts'
import { type MarkedPage, structureOf } from './structure.ts'
import { addStructureTree } from './structureTree.ts'
import type { PaperInfo } from './xmp.ts'

export interface PdfInfo {
  readonly title: string
  /** The issuers; left out when empty. */
  readonly author: string
  readonly subject?: string
  readonly keywords?: string
  readonly metadata: Metadata
  /** Goes into the file; equal input and `created` give equal bytes. */
  readonly created: Date
  /** A file to travel inside; the document is then PDF/A-3b. */
  readonly attachment?: { readonly name: string; readonly bytes: Uint8Array }
  /** PNG or JPEG bytes by the name that the layout's images carry. */
  readonly images?: ReadonlyMap<string, Uint8Array>
}

const PROGRAM = 'Hongtou'

/**
 * Paints pages as PDF/A-2b (3b with an attachment): fonts embedded as subsets, bookmarks, and one empty signature
 * field per seal. pdfmake's document writes the file; its flow layout is not used, for every item has its place.
 * @throws Failure `image-missing` for an image of the layout that `info.images` lacks, `image-unreadable`, `image-cmyk`
 */
export async function paintPdf(layout: Layout, faces: FaceSet, info: PdfInfo): Promise<Uint8Array> {
  const opened = usedFaces(layout.pages, faces)
  const paper = new Paper(new Map([...opened].map(([key, face]) => [key, ticketFor(face)])), {
    info: informationOf(info),
    metadata: info.metadata,
    part: info.attachment === undefined ? 2 : 3,
  })
  const structure = structureOf(layout.pages)
  paper.beginStructure()
  const images = await embedImages(paper, info.images ?? new Map())
  const encode = openGlyphCodes(paper)
  for (const [index, page] of layout.pages.entries()) {
    paper.addPage({ size: [mmToPt(page.width), mmToPt(page.height)], margin: 0 })
    paper.page.dictionary.data.StructParents = index
    const marks = structure.pages[index] as MarkedPage
    paper.page.write(contentOf(page.items, { ...pageResources(paper, encode, images), faces, marks }))
    for (const seal of layout.seals) if (seal.page === index) addSealField(paper, page, seal, faces)
  }
  addStructureTree(paper, structure)
  addBookmarks(paper, layout)
  addPageLabels(paper, layout.pages)
  if (info.attachment !== undefined) attach(paper, info.attachment, info.created)
  return paper.finish()
}

function informationOf({ title, author, subject, keywords, created }: PdfInfo): PaperInfo {
  return {
    Title: title,
    ...(author === '' ? {} : { Author: author }),
    ...(subject === undefined ? {} : { Subject: subject }),
    ...(keywords === undefined ? {} : { Keywords: keywords }),
    Creator: PROGRAM,
    Producer: PROGRAM,
    CreationDate: created,
    ModDate: created,
  }
}

function usedFaces(pages: readonly Page[], faces: FaceSet): ReadonlyMap<string, OpenedFace> {
  const families = new Map(faces.faces.map(({ key, family }) => [key, family]))
  const opened = new Map<string, OpenedFace>()
  const visit = (items: readonly DisplayItem[]) => {
    for (const item of items) {
      if (item.kind === 'turned') visit(item.items)
      if (item.kind !== 'run' || opened.has(item.face)) continue
      opened.set(item.face, openFace(item.face, families.get(item.face) ?? item.face, faces.bytes(item.face)))
    }
  }
  for (const page of pages) visit(page.items)
  return opened
}

function pageResources(
  paper: Paper,
  encode: ReturnType<typeof openGlyphCodes>,
  images: Awaited<ReturnType<typeof embedImages>>,
): Pick<ContentResources, 'encode' | 'image'> {
  const { page } = paper
  return {
    encode(face, text) {
      const { font, codes } = encode(face, text)
      page.fonts[font.id] ??= font.ref()
      return { font: font.id, codes }
    },
    image(name) {
      const image = images.get(name)
      if (image === undefined) throw missingImage(name)
      page.xobjects[image.label] ??= image.obj
      return image.label
    },
  }
}

function missingImage(name: string): Failure {
  return new Failure('image-missing', message('找不到图片“{0}”。请检查正文中的路径，或者删去这张图片。', name))
}

function attach(paper: Paper, { name, bytes }: NonNullable<PdfInfo['attachment']>, created: Date): void {
  paper.file(new Uint8Array(bytes).buffer, {
    name,
    type: 'text/markdown',
    relationship: 'Source',
    creationDate: created,
    modifiedDate: created,
  })
}
