import type { LanguageClient } from 'vscode-languageclient/node'
import type { PreviewRequest } from '../../../server/src/lsp/protocol.ts'
import { ask } from '../languageClient.ts'
import type { Reach, ToPage } from './messages.ts'

/** Until the page says what is on its screen. */
const FIRST_REACH: Reach = { first: 0, last: 1 }

export interface Drawer {
  /** The text has changed. */
  again(): void
  /** The page, or the server, knows of nothing that was drawn. */
  afresh(): void
  /** Other pages have come into reach. */
  within(reach: Reach): void
}

/** Asks for pages one request at a time: what is typed meanwhile is drawn by the next one. */
export function drawer(client: LanguageClient, uri: string, post: (sent: ToPage) => Thenable<boolean>): Drawer {
  /** Keys of the pages that are drawn, by page; '' for those that are not. */
  let drawn: readonly string[] = []
  let reach = FIRST_REACH
  let life = 0
  let running = false
  let wanted = false

  const draw = async () => {
    const asked = life
    const answer = await ask<PreviewRequest>(client, 'hongtou/preview', { uri, known: drawn, within: reach })
    // The difference from pages that are gone since is no use.
    if (!answer || asked !== life) return
    const standing = new Set(drawn)
    drawn = answer.pages.map(({ key, elements }) => (elements || standing.has(key) ? key : ''))
    await post({ kind: 'pages', ...answer })
  }
  const again = async () => {
    wanted = true
    if (running) return
    running = true
    while (wanted) {
      wanted = false
      try {
        await draw()
      } catch (error) {
        // The text has moved on while it was set: the next round is already asked for.
        if (!wanted) await post({ kind: 'notice', text: error instanceof Error ? error.message : String(error) })
      }
    }
    running = false
  }
  return {
    again: () => void again(),
    afresh() {
      life++
      drawn = []
      void again()
    },
    within(next) {
      reach = next
      void again()
    },
  }
}
