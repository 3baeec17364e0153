// Runs in the preview's page: shows what it is sent and tells what the user does.
import './preview.css'
import type { PreviewTitle } from '../../server/src/lsp/protocol.ts'
import type { FromPage, Kept, Look, PageTexts, ToPage } from '../src/preview/messages.ts'
import { followClicks, showPlace } from './links.ts'
import { clear, nameSeals, offerBreaks, showFindings, showGrid } from './overlays.ts'
import { allPages, bring, isDrawn, showPages } from './pages.ts'
import { followReach } from './reach.ts'
import { followTools, listPages } from './tools.ts'

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(kept: Kept): void }

const editor = acquireVsCodeApi()
const notice = document.getElementById('notice') as HTMLElement
const { look: firstLook = '', texts: sentTexts = '', kept = '' } = document.body.dataset
const texts: PageTexts = JSON.parse(sentTexts)
let look: Look = JSON.parse(firstLook)
let shown: Extract<ToPage, { kind: 'pages' }> | undefined

const post = (sent: FromPage) => editor.postMessage(sent)
const chosen = (place: Extract<FromPage, { kind: 'chosen' }>['place']) => post({ kind: 'chosen', place })

/** Lays over the pages what the look asks for. */
function overlay(): void {
  if (!shown) return
  if (look.grid) showGrid(shown.grid)
  else clear('grid')
  showFindings(look.marked ? shown.marks : [], chosen)
}

/** A place on a page that is not drawn yet: shown once it is. */
let awaited: Extract<ToPage, { kind: 'show' }>['place'] | undefined

function show(place: Extract<ToPage, { kind: 'show' }>['place']): void {
  awaited = undefined
  if (showPlace(place) || place.page === undefined) return
  const page = allPages()[place.page]
  if (page && isDrawn(page)) return
  awaited = place
  if (page) bring(page, 'middle')
}

/** An offer stands while its title does, whatever else was typed since. */
const breakTitle = (position: PreviewTitle['position'], lines: readonly string[]) => {
  if (shown) post({ kind: 'broken', version: shown.version, position, lines })
}

const pagesCame = followReach((reach) => post({ kind: 'reached', ...reach }))

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'show') show(data.place)
  else if (data.kind === 'notice') notice.textContent = data.text
  else {
    shown = data
    showPages(data, texts.page)
    if (notice.textContent !== '') notice.textContent = ''
    listPages()
    pagesCame()
    overlay()
    nameSeals(texts)
    offerBreaks(data.titles, texts, breakTitle)
    if (awaited) show(awaited)
  }
})

followClicks(chosen)
followTools(look, (next) => {
  look = next
  overlay()
  post({ kind: 'looked', look })
})
editor.setState(JSON.parse(kept))
post({ kind: 'ready' })
