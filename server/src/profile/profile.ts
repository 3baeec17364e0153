import type { FontRole } from '../standard/fontRole.ts'
import type { OrganLevel } from '../standard/organLevels.ts'
import type { Mm } from '../standard/units.ts'
import type { Finding, Severity, Uri } from '../text/finding.ts'
import type { Span } from '../text/span.ts'

/** An organ of the directory: what routing rules, marks and seals need to know of it. */
export interface Organ {
  readonly name: string
  /** 规范化简称 */
  readonly short?: string
  /** Forms that only organs of the same level understand: 统计局 in a document of the State Council. */
  readonly otherShorts?: readonly string[]
  /** 发文机关代字 */
  readonly code?: string
  readonly parent?: string
  readonly level?: OrganLevel
  readonly kind?: string
  readonly sealDiameter?: Mm
}

/** Where a profile sets something of a rule. */
export interface RulePlace {
  readonly uri: Uri
  readonly line: number
  readonly span: Span
}

/** What a profile sets for the options of one rule, as typed; the rule's own schema decides what it means. */
export interface RuleOptionSetting extends RulePlace {
  /** Name of the option. */
  readonly option: string
  readonly value: string | readonly string[]
}

/** An office's settings: data only. Paths are as written plus the file they came from; a port resolves them. Nothing here may name a program to run. */
export interface Profile {
  readonly sources: readonly Uri[]
  readonly organs: readonly Organ[]
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  /** Where each rule is named, by the name as typed; of one that is named twice the last place. */
  readonly rulePlaces?: Readonly<Record<string, RulePlace>>
  /** Options by the rule's id or Chinese name; of an option that is set twice the last counts. */
  readonly ruleOptions?: Readonly<Record<string, readonly RuleOptionSetting[]>>
  /** Front matter that every document of the office inherits. */
  readonly defaults: Readonly<Record<string, string | readonly string[]>>
  readonly layout: {
    readonly linePitch?: Mm
    /** Printed on both sides: 版记 stands on a back side (GB/T 9704—2012 7.4.1). */
    readonly duplex?: boolean
    /** Binding edge of back sides at the right, as on paper; asked for by who prints, not by the office. */
    readonly mirrored?: boolean
    /** 套打: onto paper with a printed 版头, whose red parts are left out; asked for by who prints. */
    readonly preprinted?: boolean
  }
  readonly fonts: Readonly<Partial<Record<FontRole, readonly string[]>>>
  readonly problems: readonly Finding[]
  /** Digest of all that can change a result: equal key, equal behaviour. */
  readonly key: string
}

/** What a document has that no profile was found for. */
export const EMPTY_PROFILE: Profile = {
  sources: [],
  organs: [],
  rules: {},
  defaults: {},
  layout: {},
  fonts: {},
  problems: [],
  key: '',
}
