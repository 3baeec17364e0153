import { isMap, isScalar, isSeq } from 'yaml'
import { FONT_ROLES, type FontRole } from '../standard/fontRole.ts'
import { findKey, nearestKey } from '../standard/frontMatterKeys.ts'
import { ORGAN_LEVELS } from '../standard/organLevels.ts'
import type { Finding, Severity, Uri } from '../text/finding.ts'
import { SEVERITY_NAMES } from '../text/severityNames.ts'
import { fileName } from '../text/uri.ts'
import { LAYOUT_KEYS, ORGAN_KEYS, SEVERITIES, SEVERITY_KEYS, TOP_KEYS } from './keys.ts'
import { type Entry, Nodes } from './nodes.ts'
import type { Organ, Profile, RuleOptionSetting, RulePlace } from './profile.ts'

/** One profile file by itself, before what it inherits. */
export interface ProfileFile {
  readonly uri: Uri
  /** How messages name it. */
  readonly shown: string
  /** As written. */
  readonly extends: readonly { readonly path: string; readonly line: number }[]
  readonly organs: readonly Organ[]
  readonly defaults: Profile['defaults']
  readonly rules: Profile['rules']
  readonly rulePlaces: NonNullable<Profile['rulePlaces']>
  readonly ruleOptions: NonNullable<Profile['ruleOptions']>
  readonly layout: Profile['layout']
  readonly fonts: Profile['fonts']
  readonly problems: readonly Finding[]
}

/**
 * Reads the text of a profile. Never throws: what cannot be read is left out and becomes a problem with its line.
 * @param shown how messages name the file
 */
export function parseProfile(text: string, uri: Uri, shown = fileName(uri)): ProfileFile {
  return new Reader(text, uri, shown).read()
}

/** As the messages name them. */
const CHOICES = [...Object.values(SEVERITY_NAMES), '关闭'].join('、')

class Reader {
  private readonly nodes: Nodes
  private readonly extends: { path: string; line: number }[] = []
  private organs: readonly Organ[] = []
  // Names are whatever somebody typed, also those that every object inherits: they are kept in maps.
  private readonly defaults = new Map<string, string | readonly string[]>()
  private readonly rules = new Map<string, Severity | 'off'>()
  private readonly rulePlaces = new Map<string, RulePlace>()
  private readonly ruleOptions = new Map<string, readonly RuleOptionSetting[]>()
  private layout: { linePitch?: number; duplex?: boolean } = {}
  private fonts: Partial<Record<FontRole, readonly string[]>> = {}

  constructor(
    source: string,
    private readonly uri: Uri,
    private readonly shown: string,
  ) {
    this.nodes = new Nodes(source, { uri, shown })
  }

  read(): ProfileFile {
    for (const entry of this.nodes.root) this.readTop(entry)
    return {
      uri: this.uri,
      shown: this.shown,
      extends: this.extends,
      organs: this.organs,
      defaults: Object.fromEntries(this.defaults),
      rules: Object.fromEntries(this.rules),
      rulePlaces: Object.fromEntries(this.rulePlaces),
      ruleOptions: Object.fromEntries(this.ruleOptions),
      layout: this.layout,
      fonts: this.fonts,
      problems: this.nodes.problems,
    }
  }

  private readTop(entry: Entry): void {
    switch (TOP_KEYS.get(entry.key)) {
      case 'extends':
        for (const path of this.nodes.texts(entry)) this.extends.push({ path, line: this.nodes.place(entry.node).line })
        break
      case 'organs':
        this.organs = this.nodes.items(entry).flatMap((node) => this.organ(entry, node))
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
        this.nodes.report(
          entry.node,
          '{0}第{1}行：没有“{2}”这一项，可用的有：继承、机关、默认、规则、版式、字体。',
          entry.key,
        )
    }
  }

  private organ(list: Entry, node: unknown): readonly Organ[] {
    if (isScalar(node) && String(node.value ?? '').trim() !== '') return [{ name: String(node.value).trim() }]
    if (!isMap(node)) {
      const at = isSeq(node) || isScalar(node) ? node : list.node
      this.nodes.report(at, '{0}第{1}行：每个机关应当是一个名称，或者“名称: 值”这样的几项。')
      return []
    }
    const organ: { -readonly [K in keyof Organ]?: Organ[K] } = {}
    for (const entry of this.nodes.entries(node)) this.readOrganEntry(entry, organ)
    if (organ.name) return [{ ...organ, name: organ.name }]
    this.nodes.report(node, '{0}第{1}行：这个机关没有名称。')
    return []
  }

  private readOrganEntry(entry: Entry, organ: { -readonly [K in keyof Organ]?: Organ[K] }): void {
    const key = ORGAN_KEYS.get(entry.key)
    if (!key) {
      const template = '{0}第{1}行：机关没有“{2}”这一项，可用的有：名称、简称、代字、上级、级别、类别、印章直径。'
      this.nodes.report(entry.node, template, entry.key)
      return
    }
    const value = this.nodes.text(entry)
    if (value === undefined) return
    if (key === 'sealDiameter') {
      const size = this.nodes.length(entry, value, 10, 100)
      if (size !== undefined) organ.sealDiameter = size
    } else if (key === 'level') {
      const level = ORGAN_LEVELS.find((each) => each === value)
      if (level) organ.level = level
      else
        this.nodes.report(
          entry.node,
          '{0}第{1}行：级别应当是{2}之一，现在写的是“{3}”。',
          ORGAN_LEVELS.join('、'),
          value,
        )
    } else organ[key] = value
  }

  private readDefaults(entry: Entry): void {
    for (const each of this.nodes.below(entry)) {
      const record = findKey(each.key)
      if (!record) {
        const near = nearestKey(each.key)
        if (near) this.nodes.report(each.node, '{0}第{1}行：没有“{2}”这一项，是不是“{3}”？', each.key, near)
        else this.nodes.report(each.node, '{0}第{1}行：没有“{2}”这一项。', each.key)
        continue
      }
      const values = this.nodes.texts(each)
      const [first] = values
      if (first === undefined) continue
      if (record.values && !record.values.includes(first)) {
        const template = '{0}第{1}行：“{2}”应当是{3}之一，现在写的是“{4}”。'
        this.nodes.report(each.node, template, each.key, record.values.join('、'), first)
      } else this.defaults.set(each.key, record.list && isSeq(each.value) ? values : first)
    }
  }

  private readRules(entry: Entry): void {
    for (const each of this.nodes.below(entry)) {
      this.rulePlaces.set(each.key, { uri: this.uri, ...this.nodes.place(each.node) })
      if (isMap(each.value)) this.readRule(each.key, this.nodes.entries(each.value))
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
      const value = isSeq(each.value) ? this.nodes.texts(each) : this.nodes.text(each)
      if (value === undefined) continue
      options.push({ option: each.key, value, uri: this.uri, ...this.nodes.place(each.node) })
    }
    if (options.length > 0) this.ruleOptions.set(name, options)
  }

  private readSeverity(name: string, entry: Entry): void {
    const typed = this.nodes.text(entry)
    const severity = typed === undefined ? undefined : SEVERITIES.get(typed)
    if (severity) this.rules.set(name, severity)
    else this.nodes.report(entry.node, '{0}第{1}行：规则“{2}”应当是{3}之一。', name, CHOICES)
  }

  private readLayout(entry: Entry): void {
    for (const each of this.nodes.below(entry)) {
      const key = LAYOUT_KEYS.get(each.key)
      if (!key) {
        this.nodes.report(each.node, '{0}第{1}行：版式没有“{2}”这一项，可用的有：行距、双面。', each.key)
        continue
      }
      const value = this.nodes.text(each)
      if (value === undefined) continue
      if (key === 'linePitch') {
        const pitch = this.nodes.length(each, value, 5, 20)
        if (pitch !== undefined) this.layout.linePitch = pitch
      } else if (/^(?:true|false|是|否)$/.test(value)) this.layout.duplex = value === 'true' || value === '是'
      else this.nodes.report(each.node, '{0}第{1}行：“{2}”应当是“是”或“否”。', each.key)
    }
  }

  private readFonts(entry: Entry): void {
    for (const each of this.nodes.below(entry)) {
      const role = FONT_ROLES.find((name) => name === each.key)
      if (role) this.fonts[role] = this.nodes.texts(each)
      else {
        const template = '{0}第{1}行：没有“{2}”这一类字体，可用的有：{3}。'
        this.nodes.report(each.node, template, each.key, FONT_ROLES.join('、'))
      }
    }
  }
}
