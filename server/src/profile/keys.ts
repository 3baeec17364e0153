import type { Severity } from '../text/finding.ts'
import { SEVERITY_NAMES } from '../text/severityNames.ts'

/** Chinese name beside the English one: both are read. */
function names<Key extends string>(keys: Readonly<Record<Key, string>>): ReadonlyMap<string, Key> {
  const pairs = (Object.entries(keys) as [Key, string][]).flatMap(([key, chinese]) => [
    [key as string, key] as const,
    [chinese, key] as const,
  ])
  return new Map(pairs)
}

export const TOP_KEYS = names({
  extends: '继承',
  organs: '机关',
  defaults: '默认',
  rules: '规则',
  layout: '版式',
  fonts: '字体',
})

export const ORGAN_KEYS = names({
  name: '名称',
  short: '简称',
  code: '代字',
  parent: '上级',
  level: '级别',
  kind: '类别',
  sealDiameter: '印章直径',
})

export const LAYOUT_KEYS = names({ linePitch: '行距', duplex: '双面' })

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
