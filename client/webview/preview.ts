// Runs in the preview's page: shows what it is sent and tells what the user does.
import './preview.css'
import type { FromPage, Kept, Look, PageTexts, ToPage } from '../src/preview/messages.ts'
import { followClicks, showPlace } from './links.ts'
import { clear, nameSeals, offerBreaks, showFindings, showGrid } from './overlays.ts'
import { showPages } from './pages.ts'
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

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'show') showPlace(data.place)
  else if (data.kind === 'notice') notice.textContent = data.text
  else {
    shown = data
    showPages(data)
    notice.textContent = ''
    listPages()
    overlay()
    nameSeals(texts)
    offerBreaks(data, texts, post)
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
