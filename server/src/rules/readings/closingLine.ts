/** How the main text ends, for rules about closing words. */
import type { GongwenDocument, TextBlock } from '../../model/document.ts'
import { type At, textAt } from '../../syntax/tree.ts'
import { message } from '../../text/message.ts'
import { within } from '../place.ts'
import type { RuleContext } from '../rule.ts'

export interface ClosingLine {
  /** The last sentence, with its punctuation. */
  readonly text: string
  readonly at: At
}

/** Sentences behind one another that close a text: 特此报告。请批示。 */
const LAST = 2

/** The last two sentences of the main text, where it ends with a paragraph. */
export function closingLine(document: GongwenDocument): ClosingLine | undefined {
  const last = lastParagraph(document)
  if (!last) return undefined
  const source = textAt(last.at)
  const end = source.trimEnd().length
  let start = end
  for (let sentence = 0; sentence < LAST && start > 0; sentence++) {
    start = source.lastIndexOf('。', start - 2) + 1
  }
  return { text: source.slice(start, end), at: within(last.at, start, end) }
}

function lastParagraph({ main }: GongwenDocument): TextBlock | undefined {
  const last = main.body.at(-1)
  return last?.kind === 'paragraph' || last?.kind === 'closing' ? last : undefined
}

/** What a closing must not say in a document of these kinds, and what it says instead. */
export interface WrongClosing {
  readonly applies: (document: GongwenDocument) => boolean
  readonly wrong: RegExp
  readonly proper: string
}

/** A `document` visitor that reports closing words of another kind of document. */
export function reportsClosing({ applies, wrong, proper }: WrongClosing) {
  return (document: GongwenDocument, { report }: RuleContext): void => {
    const closing = applies(document) ? closingLine(document) : undefined
    const match = closing && wrong.exec(closing.text)
    if (!closing || !match) return
    report({
      at: within(closing.at, match.index, match.index + match[0].length),
      message: message('结语“{0}”与文种不符，{1}一般用“{2}”', match[0], document.genre?.value ?? '', proper),
    })
  }
}

export function isGenre(...names: readonly string[]): (document: GongwenDocument) => boolean {
  return ({ genre }) => genre !== undefined && names.includes(genre.value)
}
