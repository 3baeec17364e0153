// Runs in the panel 发文登记: a table that is sorted and searched here.
import './register.css'
import type { RegisterRow } from '../../server/src/lsp/protocol.ts'
import type { FromRegister, RegisterTexts, ToRegister } from '../src/register/messages.ts'

declare function acquireVsCodeApi(): { postMessage(message: FromRegister): void }

type Column = keyof RegisterTexts['columns']

const editor = acquireVsCodeApi()
const texts: RegisterTexts = JSON.parse(document.body.dataset.texts ?? '')
const head = document.getElementById('head') as HTMLElement
const body = document.getElementById('rows') as HTMLElement
const search = document.getElementById('search') as HTMLInputElement
const count = document.getElementById('count') as HTMLElement

let rows: readonly RegisterRow[] = []
let by: { readonly column: Column; readonly down: boolean } = { column: 'date', down: true }

const cell = (row: RegisterRow, column: Column) => (column === 'state' ? texts.states[row.state] : (row[column] ?? ''))

/** Dates by their day, however they are written. */
const keyOf = (row: RegisterRow, column: Column) => (column === 'date' ? row.day : cell(row, column))

/** By number where there are numbers: 9号 before 10号. */
const inOrder = new Intl.Collator('zh', { numeric: true })

function show(): void {
  const wanted = search.value.trim()
  const columns = Object.keys(texts.columns) as Column[]
  const found = rows.filter((row) => columns.some((column) => cell(row, column).includes(wanted)))
  const sign = by.down ? -1 : 1
  const sorted = found.toSorted((a, b) => sign * inOrder.compare(keyOf(a, by.column), keyOf(b, by.column)))
  head.replaceChildren(...columns.map(headOf))
  body.replaceChildren(...sorted.map((row) => rowOf(row, columns)))
  count.textContent = rows.length === 0 ? texts.empty : texts.found.replace('{0}', String(found.length))
}

function headOf(column: Column): HTMLElement {
  const th = document.createElement('th')
  th.scope = 'col'
  th.setAttribute('aria-sort', by.column !== column ? 'none' : by.down ? 'descending' : 'ascending')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = texts.columns[column]
  button.addEventListener('click', () => {
    by = { column, down: by.column === column && !by.down }
    show()
    head.querySelectorAll('button')[Object.keys(texts.columns).indexOf(column)]?.focus()
  })
  th.append(button)
  return th
}

function rowOf(row: RegisterRow, columns: readonly Column[]): HTMLElement {
  const tr = document.createElement('tr')
  for (const column of columns) {
    const td = document.createElement('td')
    if (column === 'title') {
      const open = document.createElement('button')
      open.type = 'button'
      open.textContent = row.title
      td.append(open)
    } else td.textContent = cell(row, column)
    tr.append(td)
  }
  tr.addEventListener('click', () => editor.postMessage({ kind: 'open', uri: row.uri }))
  return tr
}

window.addEventListener('message', ({ data }: MessageEvent<ToRegister>) => {
  rows = data.rows
  show()
})
search.addEventListener('input', show)
document.getElementById('export')?.addEventListener('click', () => editor.postMessage({ kind: 'export' }))
editor.postMessage({ kind: 'ready' })
