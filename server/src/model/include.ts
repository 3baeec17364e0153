/** The text of other files, where an attachment says `{文件=…}`. */
import type { Profile } from '../profile/profile.ts'
import { parse } from '../syntax/parse.ts'
import type { At, Section, SyntaxTree } from '../syntax/tree.ts'
import type { Uri } from '../text/finding.ts'
import { buildDocument } from './build.ts'
import type { BodyBlock, GongwenDocument, Part } from './document.ts'
import { sameText } from './element.ts'
import { isIncludable } from './parts.ts'
import { allParts } from './traverse.ts'

/** A file that an attachment names, as parsed. */
export interface IncludedFile {
  readonly uri: Uri
  readonly tree: SyntaxTree
}

/** An attachment whose text stands in another file. */
export interface FileAttachment {
  readonly part: Part
  readonly file: string
}

/** Attachments bound in whose text is another file in the dialect. */
export function boundFiles(document: GongwenDocument): readonly FileAttachment[] {
  return fileAttachments(document).filter(({ part }) => !part.external)
}

/** Attachments sent beside the document whose text is another file in the dialect. */
export function separateFiles(document: GongwenDocument): readonly FileAttachment[] {
  return fileAttachments(document).filter(({ part }) => part.external)
}

function fileAttachments(document: GongwenDocument): readonly FileAttachment[] {
  return allParts(document).flatMap((part) =>
    part.file !== undefined && isIncludable(part.file) ? [{ part, file: part.file }] : [],
  )
}

let dividerSection: Section | undefined

/** A file read as the attachment that it is: its front matter counts for nothing here. */
function readAttachment({ uri, tree }: IncludedFile, profile: Profile): GongwenDocument {
  dividerSection ??= parse('::附件\n').sections[0] as Section
  const sections = [dividerSection, ...tree.sections]
  let start = 0
  const starts = sections.map(({ text }) => {
    start += text.length
    return start - text.length
  })
  return buildDocument({ uri, version: 0, tree: { frontMatter: undefined, sections, starts }, profile })
}

/** Whether a file is more than the text of one attachment: it has dividers of its own. */
export function isDivided(file: IncludedFile, profile: Profile): boolean {
  const { main, issued } = readAttachment(file, profile)
  return issued.length > 0 || main.attachments.length > 1
}

/**
 * The document with the text of files in its attachments.
 * @param files by the path as written; attachments whose file is not among them stay as they are
 */
export function withFiles(document: GongwenDocument, files: ReadonlyMap<string, IncludedFile>): GongwenDocument {
  const filled = (part: Part): Part => {
    const file = part.file === undefined ? undefined : files.get(part.file)
    const attachments = part.attachments.map(filled)
    return file ? { ...filledFrom(file, part, document.profile), attachments } : { ...part, attachments }
  }
  return {
    ...document,
    main: filled(document.main),
    issued: document.issued.map(filled),
    included: [...files.values()],
  }
}

/** The name in the brackets stands (7.3.7); the file's title gives its line breaks, or the name where there is none. */
function filledFrom(file: IncludedFile, part: Part, profile: Profile): Part {
  const [read] = readAttachment(file, profile).main.attachments
  if (!read) return part
  const name = part.title?.value.join('')
  const same = name === undefined || (read.title && sameText(read.title.value.join(''), name))
  const { title, subtitle, adoption, addressee, signature } = read
  return {
    ...part,
    ...(same && title ? { title } : {}),
    ...(subtitle ? { subtitle } : {}),
    ...(adoption ? { adoption } : {}),
    ...(addressee ? { addressee } : {}),
    ...(signature ? { signature } : {}),
    body: [...besideFolder(read.body, part.file ?? ''), ...part.body],
  }
}

/** Paths of figures count from the folder of their file. */
function besideFolder(body: readonly BodyBlock[], file: string): readonly BodyBlock[] {
  const folder = /^.*[\\/]/.exec(file)?.[0] ?? ''
  return body.map((block) => (block.kind === 'figure' ? { ...block, path: folder + block.path } : block))
}

/** An attachment by itself, which its 发文字号 and ordinal tell apart from others (7.3.7). */
export function asSeparate(document: GongwenDocument, part: Part): GongwenDocument {
  const { docNumber } = document.head
  return {
    ...document,
    head: docNumber ? { docNumber } : {},
    issuers: [],
    approvers: [],
    imprint: {},
    main: { ...part, external: false },
    issued: [],
  }
}

/** Where something stands: in the document itself, or in a file that it takes in. */
export function homeOf({ uri, tree, included = [] }: GongwenDocument, { section }: At): IncludedFile {
  return included.find((file) => file.tree.sections.includes(section)) ?? { uri, tree }
}
