import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { FONT_ROLES, type FontRole } from '../standard/fontRole.ts'
import { findKey, nearestKey } from '../standard/frontMatterKeys.ts'
import type { Finding, Severity, Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { SEVERITY_NAMES } from '../text/severityNames.ts'
import { fileName } from '../text/uri.ts'
import { LAYOUT_KEYS, LEVELS, ORGAN_KEYS, SEVERITIES, SEVERITY_KEYS, TOP_KEYS } from './keys.ts'
import type { Organ, Profile, RuleOptionSetting } from './profile.ts'

/** One profile file by itself, before what it inherits. */
export interface ProfileFile {
  readonly uri: Uri
  /** As written. */
  readonly extends: readonly { readonly path: string; readonly line: number }[]
  readonly organs: readonly Organ[]
  readonly defaults: Profile['defaults']
  readonly rules: Profile['rules']
  readonly ruleOptions: NonNullable<Profile['ruleOptions']>
  readonly layout: Profile['layout']
  readonly fonts: Profile['fonts']
  readonly problems: readonly Finding[]
}

/** Reads the text of a profile. Never throws: what cannot be read is left out and becomes a problem with its line. */
export function parseProfile(text: string, uri: Uri): ProfileFile {
  return new Reader(text, uri).read()
}

/** As the messages name them. */
const CHOICES = [...Object.values(SEVERITY_NAMES), '关闭'].join('、')

interface Entry {
  readonly key: string
  readonly node: Node
  readonly value: unknown
}

class Reader {
  private readonly lines = new LineCounter()
  private readonly problems: Finding[] = []
  private readonly extends: { path: string; line: number }[] = []
  private organs: readonly Organ[] = []
  private defaults: Record<string, string | readonly string[]> = {}
  private rules: Record<string, Severity | 'off'> = {}
  private ruleOptions: Record<string, readonly RuleOptionSetting[]> = {}
  private layout: { linePitch?: number; duplex?: boolean } = {}
  private fonts: Partial<Record<FontRole, readonly string[]>> = {}

  constructor(
    private readonly source: string,
    private readonly uri: Uri,
  ) {}

  read(): ProfileFile {
    const document = parseDocument(this.source, {
      schema: 'failsafe',
      lineCounter: this.lines,
      prettyErrors: false,
      uniqueKeys: true,
      strict: true,
    })
    for (const error of document.errors)
      this.report(error.pos[0], error.pos[1], '{0}第{1}行：这一行不是正确的 YAML 写法。')
    const root = document.contents
    if (isMap(root)) this.readTop(this.entries(root))
    else if (root && !(isScalar(root) && root.value === '')) this.reportAt(root, '{0}第{1}行：应当由“项目: 值”组成。')
    return {
      uri: this.uri,
      extends: this.extends,
      organs: this.organs,
      defaults: this.defaults,
      rules: this.rules,
      ruleOptions: this.ruleOptions,
      layout: this.layout,
      fonts: this.fonts,
      problems: this.problems,
    }
  }

  private readTop(entries: readonly Entry[]): void {
    for (const entry of entries) {
      switch (TOP_KEYS[entry.key]) {
        case 'extends':
          for (const path of this.texts(entry)) this.extends.push({ path, line: this.lineOf(entry.node) })
          break
        case 'organs':
          this.organs = this.items(entry).flatMap((node) => this.organ(node))
          break
        case 'defaults':
          this.readDefaults(entry)
          break
        case 'rules':
          this.readRules(entry)
          break
        case 'layout':
          this.readLayout(entry)
          break
        case 'fonts':
          this.readFonts(entry)
          break
        default:
          this.reportAt(
            entry.node,
            '{0}第{1}行：没有“{2}”这一项，可用的有：继承、机关、默认、规则、版式、字体。',
            entry.key,
          )
      }
    }
  }

  private organ(node: unknown): readonly Organ[] {
    if (!isMap(node)) {
      if (isScalar(node) && node.value) return [{ name: String(node.value) }]
      return []
    }
    const organ: { -readonly [K in keyof Organ]?: Organ[K] } = {}
    for (const entry of this.entries(node)) {
      const value = this.text(entry)
      const key = ORGAN_KEYS[entry.key]
      if (!key)
        this.reportAt(
          entry.node,
          '{0}第{1}行：机关没有“{2}”这一项，可用的有：名称、简称、代字、上级、级别、类别、印章直径。',
          entry.key,
        )
      else if (value === undefined) continue
      else if (key === 'sealDiameter') {
        const size = this.number(entry, value, 10, 100)
        if (size !== undefined) organ.sealDiameter = size
      } else if (key === 'level') {
        const level = LEVELS.find((each) => each === value)
        if (level) organ.level = level
        else this.reportAt(entry.node, '{0}第{1}行：级别应当是{2}之一，现在写的是“{3}”。', LEVELS.join('、'), value)
      } else organ[key as 'name' | 'short' | 'code' | 'parent' | 'kind'] = value
    }
    if (organ.name) return [{ ...organ, name: organ.name }]
    this.reportAt(node as Node, '{0}第{1}行：这个机关没有名称。')
    return []
  }

  private readDefaults(entry: Entry): void {
    for (const each of this.mapOf(entry)) {
      const record = findKey(each.key)
      if (!record) {
        const near = nearestKey(each.key)
        if (near) this.reportAt(each.node, '{0}第{1}行：没有“{2}”这一项，是不是“{3}”？', each.key, near)
        else this.reportAt(each.node, '{0}第{1}行：没有“{2}”这一项。', each.key)
        continue
      }
      const values = this.texts(each)
      const [first] = values
      if (first === undefined) continue
      if (record.values && !record.values.includes(first)) {
        this.reportAt(
          each.node,
          '{0}第{1}行：“{2}”应当是{3}之一，现在写的是“{4}”。',
          each.key,
          record.values.join('、'),
          first,
        )
      } else this.defaults[each.key] = record.list && isSeq(each.value) ? values : first
    }
  }

  private readRules(entry: Entry): void {
    for (const each of this.mapOf(entry)) {
      if (isMap(each.value)) this.readRule(each.key, this.entries(each.value))
      else this.readSeverity(each.key, each)
    }
  }

  /** `级别` beside the options of the rule. What they may be is in the rule's schema, which is not known here. */
  private readRule(name: string, entries: readonly Entry[]): void {
    const options: RuleOptionSetting[] = []
    for (const each of entries) {
      if (SEVERITY_KEYS.has(each.key)) {
        this.readSeverity(name, each)
        continue
      }
      const value = isSeq(each.value) ? this.texts(each) : this.text(each)
      if (value === undefined) continue
      const [start = 0, end = start] = each.node.range ?? []
      options.push({ option: each.key, value, uri: this.uri, line: this.lineOf(each.node), span: { start, end } })
    }
    if (options.length > 0) this.ruleOptions[name] = options
  }

  private readSeverity(name: string, entry: Entry): void {
    const typed = this.text(entry)
    const severity = typed === undefined ? undefined : SEVERITIES.get(typed)
    if (severity) this.rules[name] = severity
    else this.reportAt(entry.node, '{0}第{1}行：规则“{2}”应当是{3}之一。', name, CHOICES)
  }

  private readLayout(entry: Entry): void {
    for (const each of this.mapOf(entry)) {
      const value = this.text(each)
      const key = LAYOUT_KEYS[each.key]
      if (!key) this.reportAt(each.node, '{0}第{1}行：版式没有“{2}”这一项，可用的有：行距、双面。', each.key)
      else if (value === undefined) continue
      else if (key === 'linePitch') {
        const pitch = this.number(each, value, 5, 20)
        if (pitch !== undefined) this.layout.linePitch = pitch
      } else if (/^(?:true|false|是|否)$/.test(value)) this.layout.duplex = value === 'true' || value === '是'
      else this.reportAt(each.node, '{0}第{1}行：“{2}”应当是“是”或“否”。', each.key)
    }
  }

  private readFonts(entry: Entry): void {
    for (const each of this.mapOf(entry)) {
      const role = FONT_ROLES.find((name) => name === each.key)
      if (role) this.fonts[role] = this.texts(each)
      else this.reportAt(each.node, '{0}第{1}行：没有“{2}”这一类字体，可用的有：{3}。', each.key, FONT_ROLES.join('、'))
    }
  }

  private number(entry: Entry, value: string, least: number, most: number): number | undefined {
    const number = /^[0-9]+(?:\.[0-9]+)?(?:\s*(?:mm|毫米))?$/.test(value) ? Number.parseFloat(value) : Number.NaN
    if (number >= least && number <= most) return number
    this.reportAt(
      entry.node,
      '{0}第{1}行：“{2}”应当是{3}到{4}之间的毫米数，现在写的是“{5}”。',
      entry.key,
      least,
      most,
      value,
    )
    return undefined
  }

  private entries(map: { readonly items: readonly Pair[] }): readonly Entry[] {
    return map.items.flatMap(({ key, value }) => {
      if (!isScalar(key)) return []
      return [{ key: String(key.value), node: key as Node, value }]
    })
  }

  private mapOf(entry: Entry): readonly Entry[] {
    if (isMap(entry.value)) return this.entries(entry.value)
    if (entry.value && !(isScalar(entry.value) && entry.value.value === ''))
      this.reportAt(entry.node, '{0}第{1}行：“{2}”下面应当是“项目: 值”。', entry.key)
    return []
  }

  private items(entry: Entry): readonly unknown[] {
    if (isSeq(entry.value)) return entry.value.items
    if (entry.value) this.reportAt(entry.node, '{0}第{1}行：“{2}”下面应当是用“-”开头的列表。', entry.key)
    return []
  }

  private texts(entry: Entry): readonly string[] {
    if (!isSeq(entry.value)) {
      const text = this.text(entry)
      return text === undefined || text === '' ? [] : [text]
    }
    return entry.value.items.flatMap((item) => {
      if (isScalar(item)) return String(item.value ?? '') === '' ? [] : [String(item.value)]
      this.reportAt(entry.node, '{0}第{1}行：“{2}”的每一项应当是文字。', entry.key)
      return []
    })
  }

  private text(entry: Entry): string | undefined {
    const { value } = entry
    if (value === null || value === undefined) return undefined
    if (isScalar(value)) return String(value.value ?? '').trim()
    if (isAlias(value)) this.reportAt(entry.node, '{0}第{1}行：“{2}”不能用“*”引用。', entry.key)
    else this.reportAt(entry.node, '{0}第{1}行：“{2}”应当是文字。', entry.key)
    return undefined
  }

  private lineOf(node: Node): number {
    return this.lines.linePos(node.range?.[0] ?? 0).line
  }

  private reportAt(node: Node, template: string, ...args: readonly (string | number)[]): void {
    this.report(node.range?.[0] ?? 0, node.range?.[1] ?? 0, template, ...args)
  }

  private report(start: number, end: number, template: string, ...args: readonly (string | number)[]): void {
    this.problems.push(profileProblem(this.uri, this.lines.linePos(start).line, { start, end }, template, ...args))
  }
}

/** A problem of a profile. Its span is in the profile's own text, so the sentence begins with file `{0}` and line `{1}`. */
export function profileProblem(
  uri: Uri,
  line: number,
  span: Finding['span'],
  template: string,
  ...args: readonly (string | number)[]
): Finding {
  return {
    rule: 'profile',
    severity: 'warning',
    span,
    message: message(template, fileName(uri), line, ...args),
    fixes: [],
    related: [{ uri, span, message: message('在这个配置文件里') }],
  }
}
