import { readdirSync, readFileSync } from 'node:fs'
import type { Message } from '../../server/src/text/finding.ts'

type Texts = Readonly<Record<string, string>>

const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8'))

/** The files with English texts, by their names; `bundle` is the one that the client has too. */
export const ENGLISH_FILES: readonly { readonly name: string; readonly texts: Texts }[] = [
  { name: 'bundle', texts: read('l10n/bundle.l10n.en.json') },
  ...readdirSync('l10n/server.en').map((name) => ({ name, texts: read(`l10n/server.en/${name}`) })),
]

/** All of them: Chinese sentence → English. */
export const ENGLISH: Texts = Object.assign({}, ...ENGLISH_FILES.map(({ texts }) => texts))

/** A message with those that stand in it. */
export function withInner(message: Message): readonly Message[] {
  return [message, ...message.args.flatMap((arg) => (typeof arg === 'object' ? withInner(arg) : []))]
}
