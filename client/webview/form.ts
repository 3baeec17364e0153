// Runs in the view 公文要素: shows the fields, tells each change, and never takes the words out of the hands of who types.
import './form.css'
import type { ElementField } from '../../server/src/lsp/protocol.ts'
import type { FormTexts, FromForm, ToForm } from '../src/form/messages.ts'

declare function acquireVsCodeApi(): { postMessage(message: FromForm): void }

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const editor = acquireVsCodeApi()
const form = document.getElementById('form') as HTMLElement
const notice = document.getElementById('notice') as HTMLElement
const texts: FormTexts = JSON.parse(document.body.dataset.texts ?? '')
/** What the text said last, by key: a field that differs from it is being typed in. */
const written = new Map<string, string>()
/** Whose fields are shown. */
let shown = ''
let fields: readonly ElementField[] = []
const all = document.createElement('input')
all.type = 'checkbox'
all.addEventListener('change', hideUnusual)

window.addEventListener('message', ({ data }: MessageEvent<ToForm>) => {
  if (data.kind === 'empty') {
    form.replaceChildren()
    shown = ''
    notice.textContent = data.text
    return
  }
  notice.textContent = data.title
  fields = data.fields
  if (form.childElementCount === 0) build()
  const another = data.document !== shown
  shown = data.document
  for (const field of fields) show(field, another)
  hideUnusual()
})

function build(): void {
  for (const group of new Set(fields.map((field) => field.group))) {
    const set = document.createElement('fieldset')
    const legend = document.createElement('legend')
    legend.textContent = group
    set.append(legend, ...fields.filter((field) => field.group === group).map(row))
    form.append(set)
  }
  const label = document.createElement('label')
  label.className = 'all'
  label.append(all, texts.all)
  form.append(label)
}

/** What only documents of another 格式 have is in the way; what is filled in or being filled in stays. */
function hideUnusual(): void {
  for (const { key, usual, values } of fields) {
    const input = document.getElementById(key)
    const line = input?.closest<HTMLElement>('.field')
    if (line) line.hidden = !usual && values.length === 0 && !all.checked && document.activeElement !== input
  }
}

function row(field: ElementField): HTMLElement {
  const line = document.createElement('div')
  line.className = 'field'
  const label = document.createElement('label')
  label.htmlFor = field.key
  label.textContent = field.name
  label.title = field.description
  const input = inputFor(field)
  input.id = field.key
  input.title = `${field.description}\n${texts.example.replace('{0}', field.example)}`
  input.setAttribute('aria-describedby', `${field.key}-problem`)
  input.addEventListener('change', () => tell(field, input))
  const problem = document.createElement('p')
  problem.id = `${field.key}-problem`
  problem.setAttribute('aria-live', 'polite')
  line.append(label, input, ...wordsFor(field, input), problem)
  return line
}

function inputFor(field: ElementField): Input {
  if (field.closed) {
    const select = document.createElement('select')
    for (const word of ['', ...field.choices]) select.append(new Option(word === '' ? texts.none : word, word))
    return select
  }
  if (!field.list) return document.createElement('input')
  const area = document.createElement('textarea')
  area.placeholder = texts.lines
  return area
}

/** Words that the value may be, beside those that people think of. */
function wordsFor({ key, choices, closed }: ElementField, input: Input): readonly HTMLElement[] {
  if (closed || choices.length === 0) return []
  const list = document.createElement('datalist')
  list.id = `${key}-words`
  list.append(...choices.map((word) => new Option(word)))
  input.setAttribute('list', list.id)
  return [list]
}

function tell({ key, list }: ElementField, input: Input): void {
  editor.postMessage({ kind: 'set', document: shown, key, values: list ? input.value.split('\n') : [input.value] })
}

/** @param another whether the fields were those of another document */
function show({ key, values, closed, problem }: ElementField, another: boolean): void {
  const input = document.getElementById(key) as Input | null
  if (!input) return
  const value = values.join('\n')
  if (closed && ![...(input as HTMLSelectElement).options].some((option) => option.value === value)) {
    // What is not allowed is shown as it is, so that it can be seen and mended.
    ;(input as HTMLSelectElement).append(new Option(value, value))
  }
  // While somebody types here, the text in the editor is the older one; a field that only has the focus follows it.
  const typing = !another && document.activeElement === input && input.value !== written.get(key)
  if (!typing && input.value !== value) input.value = value
  written.set(key, value)
  if (input instanceof HTMLTextAreaElement) input.rows = Math.max(1, values.length)
  input.setAttribute('aria-invalid', String(problem !== undefined && problem.severity !== 'hint'))
  const said = document.getElementById(`${key}-problem`)
  if (!said) return
  said.textContent = problem?.message ?? ''
  said.className = problem?.severity ?? ''
}

editor.postMessage({ kind: 'ready' })
