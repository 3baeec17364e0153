/** Above the title: how many findings there are, and what can be made of the document. */
import type { GongwenDocument } from '../model/document.ts'
import { absoluteSpan } from '../syntax/tree.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { diagnostics, type Surroundings } from './diagnostics.ts'

export interface CodeLens {
  readonly offset: number
  readonly title: Message
  /** `check` shows the findings, `fixAll` mends what can be mended, `process` shows 办文. */
  readonly action: 'check' | 'fixAll' | 'process' | 'preview' | 'render' | 'sign'
}

/** @param standing where it stands in its process, where there is one */
export function codeLenses(
  document: GongwenDocument,
  surroundings: Surroundings,
  standing?: string,
): readonly CodeLens[] {
  const title = document.main.title?.at
  const offset = title ? absoluteSpan(document.tree, title).start : (document.tree.frontMatter?.text.length ?? 0)
  const findings = diagnostics(document, surroundings)
  const fixable = findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'safe')).length
  const count = findings.length
  return [
    { offset, action: 'check', title: count === 0 ? message('校对无误') : message('校对 {0} 项', count) },
    ...(fixable > 0 ? [{ offset, action: 'fixAll', title: message('修复 {0} 项', fixable) } as const] : []),
    {
      offset,
      action: 'process',
      title: standing === undefined ? message('办文') : message('办文：{0}', standing),
    },
    { offset, action: 'preview', title: message('预览') },
    { offset, action: 'render', title: message('生成红头PDF') },
    { offset, action: 'sign', title: message('签章') },
  ]
}
