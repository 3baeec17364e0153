import type { BodyBlock, GongwenDocument, Part } from './document.ts'

/** All parts in the order in which they are printed: the main text, its attachments, every issued text with its own. */
export function allParts({ main, issued }: GongwenDocument): readonly Part[] {
  return [main, ...issued].flatMap(withAttachments)
}

function withAttachments(part: Part): readonly Part[] {
  return [part, ...part.attachments.flatMap(withAttachments)]
}

/** The blocks of one part, without those of its attachments. */
export function allBlocks(part: Part): readonly BodyBlock[] {
  return part.body
}
