import type { Severity } from './finding.ts'

/** What people call the severities: in reports, in documentation, in settings. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提醒',
  hint: '提示',
}
