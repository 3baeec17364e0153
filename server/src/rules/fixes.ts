/** Builds fixes of the document at hand. Rules do not know its name and version: the engine fills them in. */
import type { Edit } from '../text/edit.ts'
import type { Fix, Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { type Span, shift } from '../text/span.ts'

/** Stands for the document that is being checked. */
const HERE = ''

/** A change that cannot alter what the text says. Edits count as the report's `at` does. */
export function safeFix(title: Message, ...edits: readonly Edit[]): Fix {
  return { title, kind: 'safe', edits: [{ uri: HERE, version: null, edits }] }
}

/** A change that the drafter has to agree with. */
export function suggestion(title: Message, ...edits: readonly Edit[]): Fix {
  return { title, kind: 'suggestion', edits: [{ uri: HERE, version: null, edits }] }
}

/** 改为“…”. */
export function replaceBy(kind: Fix['kind'], span: Span, text: string): Fix {
  const title = text === '' ? message('删去') : message('改为“{0}”', text)
  const edits = [{ span, text }]
  return kind === 'safe' ? safeFix(title, ...edits) : suggestion(title, ...edits)
}

/** The fix with its document named and its edits counted from the start of the text. */
export function settleFix(fix: Fix, uri: string, version: number, offset: number): Fix {
  return {
    ...fix,
    edits: fix.edits.map((each) => (each.uri === HERE ? { uri, version, edits: settleEdits(each, offset) } : each)),
  }
}

/** The edits of one document; of the one at hand they are counted from the start of the text. */
export function settleEdits({ uri, edits }: Fix['edits'][number], offset: number): readonly Edit[] {
  return uri === HERE && offset > 0 ? edits.map(({ span, text }) => ({ span: shift(span, offset), text })) : edits
}
