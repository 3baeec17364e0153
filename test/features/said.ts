import type { Hover } from '../../server/src/features/hover.ts'
import { formatMessage } from '../../server/src/text/message.ts'

/** A hover as it is read in Chinese. */
export function said(hover: Hover | undefined): string | undefined {
  return hover?.markdown.map((block) => block.map((each) => formatMessage(each)).join('\n')).join('\n')
}
