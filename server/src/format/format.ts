import type { GongwenDocument } from '../model/document.ts'
import type { Edit } from '../text/edit.ts'
import { formatBody } from './body.ts'
import { formatFrontMatter } from './frontMatter.ts'

/**
 * Edits that bring a document into canonical form: keys in order and spelled `项目: 值`, one blank line between paragraphs, no blanks at
 * line edges, dividers as `::附件`, tables with one blank round each cell. What the document says stays the same, and a canonical document gets none.
 */
export function format({ tree }: GongwenDocument): readonly Edit[] {
  return [...formatFrontMatter(tree), ...formatBody(tree)]
}
