/** 文种 that go up or down, between organs of which neither stands above the other. */
import type { Element } from '../../model/document.ts'
import { absoluteSpan } from '../../syntax/tree.ts'
import type { Message } from '../../text/finding.ts'
import { suggestion } from '../fixes.ts'
import { issuerName } from '../organs/routing.ts'
import { addresseeStands } from '../organs/standing.ts'
import type { RuleContext } from '../rule.ts'
import { matchTitle } from './titleMatch.ts'

interface AmongEquals {
  readonly genre: string
  /** What an equal is written, and the title of the fix that puts it into the title. */
  readonly instead: string
  readonly fix: Message
  readonly say: (issuer: string, addressee: string) => Message
}

/** A `genre` visitor that reports a 文种 written to an equal, where the addressee stands. */
export function reportsAmongEquals({ genre, instead, fix, say }: AmongEquals) {
  return ({ value }: Element<'genre'>, { document, report }: RuleContext): void => {
    const { title, addressee } = document.main
    const at = addressee?.at ?? title?.at
    if (value !== genre || !title || !at || addresseeStands(document) !== 'equal') return
    const found = matchTitle(title, new RegExp(`(?<=的)${genre}$`))
    report({
      // The fix is in the title, which may stand in another section: both count from the start of the text.
      at: absoluteSpan(document.tree, at),
      message: say(issuerName(document) ?? '', addressee?.value[0] ?? ''),
      fixes: found?.whole ? [suggestion(fix, { span: absoluteSpan(document.tree, found.at), text: instead })] : [],
    })
  }
}
