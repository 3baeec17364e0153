import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLError } from 'yaml'
import type { Argument, Finding } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import { type ProfileName, problemOf } from './problem.ts'

/** `key: value` as it stands in a profile. */
export interface Entry {
  readonly key: string
  /** The key. */
  readonly node: Node
  readonly value: unknown
}

/** The values of a profile's text. What is not of the wanted kind is left out and becomes a problem with its line. */
export class Nodes {
  readonly problems: Finding[] = []
  readonly root: readonly Entry[]
  private readonly lines = new LineCounter()

  constructor(
    text: string,
    private readonly name: ProfileName,
  ) {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: this.lines,
      prettyErrors: false,
      // Looked for below: the parser compares every pair of keys, which takes a minute for a hostile file.
      uniqueKeys: false,
      strict: true,
    })
    this.takeErrors(document.errors)
    const { contents } = document
    if (isMap(contents)) this.root = this.entries(contents)
    else {
      this.root = []
      if (contents && !(isScalar(contents) && contents.value === ''))
        this.report(contents, '{0}第{1}行：应当由“项目: 值”组成，冒号用半角，后面空一格。')
    }
  }

  /** One sentence a line: what follows from a mistake on the same line says nothing new. */
  private takeErrors(errors: readonly YAMLError[]): void {
    const told = new Set<number>()
    for (const { code, pos } of errors) {
      const [start, end] = pos
      const { line } = this.lines.linePos(start)
      if (told.has(line)) continue
      told.add(line)
      this.problems.push(problemOf(this.name, line, { start, end }, SENTENCES.get(code) ?? NO_YAML))
    }
  }

  report(node: Node, template: string, ...args: readonly Argument[]): void {
    const { line, span } = this.place(node)
    this.problems.push(problemOf(this.name, line, span, template, ...args))
  }

  place(node: Node): { readonly line: number; readonly span: Span } {
    const [start = 0, end = start] = node.range ?? []
    return { line: this.lines.linePos(start).line, span: { start, end } }
  }

  /** A key that is written twice is told. */
  entries(map: { readonly items: readonly Pair[] }): readonly Entry[] {
    const seen = new Set<string>()
    return map.items.flatMap(({ key, value }) => {
      if (isScalar(key)) {
        const name = String(key.value)
        if (seen.has(name)) this.report(key as Node, '{0}第{1}行：这一项前面已经写过，请并成一项。')
        seen.add(name)
        return [{ key: name, node: key as Node, value }]
      }
      if (key) this.report(key as Node, '{0}第{1}行：项目名应当是文字。')
      return []
    })
  }

  /** The entries below an entry. */
  below(entry: Entry): readonly Entry[] {
    if (isMap(entry.value)) return this.entries(entry.value)
    if (entry.value && !(isScalar(entry.value) && entry.value.value === ''))
      this.report(entry.node, '{0}第{1}行：“{2}”下面应当是“项目: 值”。', entry.key)
    return []
  }

  items(entry: Entry): readonly unknown[] {
    if (isSeq(entry.value)) return entry.value.items
    if (entry.value && !(isScalar(entry.value) && entry.value.value === ''))
      this.report(entry.node, '{0}第{1}行：“{2}”下面应当是用“-”开头的列表。', entry.key)
    return []
  }

  /** One text or a list of them, without the empty ones. */
  texts(entry: Entry): readonly string[] {
    if (!isSeq(entry.value)) {
      const text = this.text(entry)
      return text === undefined || text === '' ? [] : [text]
    }
    return entry.value.items.flatMap((item) => {
      if (isScalar(item)) return String(item.value ?? '') === '' ? [] : [String(item.value)]
      this.report(entry.node, '{0}第{1}行：“{2}”的每一项应当是文字。', entry.key)
      return []
    })
  }

  text(entry: Entry): string | undefined {
    const { value } = entry
    if (value === null || value === undefined) return undefined
    if (isScalar(value)) return String(value.value ?? '').trim()
    if (isAlias(value)) this.report(entry.node, '{0}第{1}行：“{2}”不能用“*”引用。', entry.key)
    else this.report(entry.node, '{0}第{1}行：“{2}”应当是文字。', entry.key)
    return undefined
  }

  /** Millimetres. */
  length(entry: Entry, value: string, least: number, most: number): number | undefined {
    const number = /^[0-9]+(?:\.[0-9]+)?(?:\s*(?:mm|毫米))?$/.test(value) ? Number.parseFloat(value) : Number.NaN
    if (number >= least && number <= most) return number
    const template = '{0}第{1}行：“{2}”应当是{3}到{4}之间的毫米数，现在写的是“{5}”。'
    this.report(entry.node, template, entry.key, least, most, value)
    return undefined
  }
}

const NO_YAML = '{0}第{1}行：这一行不是正确的 YAML 写法。'

const SENTENCES: ReadonlyMap<YAMLError['code'], string> = new Map<YAMLError['code'], string>([
  ['TAB_AS_INDENT', '{0}第{1}行：缩进要用空格，不能用制表符。'],
  ['BAD_INDENT', '{0}第{1}行：缩进不对，同一层的各项要对齐。'],
])
