import type { Severity } from '../text/finding.ts'
import { SEVERITY_NAMES } from '../text/severityNames.ts'

/** Chinese name beside the English one: both are read. */
type Names = Readonly<Record<string, string>>

export const TOP_KEYS: Names = {
  extends: 'extends',
  继承: 'extends',
  organs: 'organs',
  机关: 'organs',
  defaults: 'defaults',
  默认: 'defaults',
  rules: 'rules',
  规则: 'rules',
  layout: 'layout',
  版式: 'layout',
  fonts: 'fonts',
  字体: 'fonts',
}

export const ORGAN_KEYS: Names = {
  name: 'name',
  名称: 'name',
  short: 'short',
  简称: 'short',
  code: 'code',
  代字: 'code',
  parent: 'parent',
  上级: 'parent',
  level: 'level',
  级别: 'level',
  kind: 'kind',
  类别: 'kind',
  sealDiameter: 'sealDiameter',
  印章直径: 'sealDiameter',
}

export const LAYOUT_KEYS: Names = { linePitch: 'linePitch', 行距: 'linePitch', duplex: 'duplex', 双面: 'duplex' }

export const LEVELS = ['中央', '省', '市', '县', '乡'] as const

/** Beside the options of a rule. */
export const SEVERITY_KEYS: ReadonlySet<string> = new Set(['级别', 'severity'])

/** By the words that reports show, and by the words of the command line. */
export const SEVERITIES: ReadonlyMap<string, Severity | 'off'> = new Map<string, Severity | 'off'>([
  ...(Object.keys(SEVERITY_NAMES) as Severity[]).flatMap((severity) => [
    [severity, severity] as const,
    [SEVERITY_NAMES[severity], severity] as const,
  ]),
  ['off', 'off'],
  ['关闭', 'off'],
])
