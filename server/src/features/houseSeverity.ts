/** Writes into an office's profile how a rule is taken from now on. */
import { parseProfile } from '../profile/parse.ts'
import { findRule } from '../rules/registry.ts'
import { applyEdits, type Edit } from '../text/edit.ts'
import { Failure } from '../text/failure.ts'
import type { Severity, Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { SEVERITY_NAMES } from '../text/severityNames.ts'
import { fileName } from '../text/uri.ts'

export type HouseSeverity = Severity | 'off'

/** The file to write when no profile holds yet. */
export const PROFILE_NAME = '红头.yaml'

export function isHouseSeverity(value: unknown): value is HouseSeverity {
  return value === 'off' || (typeof value === 'string' && Object.hasOwn(SEVERITY_NAMES, value))
}

function severityName(severity: HouseSeverity): string {
  return severity === 'off' ? '关闭' : SEVERITY_NAMES[severity]
}

/**
 * @param text of the profile; empty for one that is still to be made
 * @throws {Failure} `profile-not-plain` where the file is written in a way that only a person should change
 */
export function houseSeverity(text: string, uri: Uri, rule: string, severity: HouseSeverity): Edit {
  const name = findRule(rule)?.name ?? rule
  const edit = replaced(text, [rule, name], severity) ?? added(text, name, severity)
  const before = parseProfile(text, uri)
  const after = parseProfile(applyEdits(text, [edit]), uri)
  // A rule may be named twice, by id and by name: both must say the same.
  const taken = [rule, name].flatMap((key) => after.rules[key] ?? [])
  const isTaken = taken.length > 0 && taken.every((each) => each === severity)
  if (!isTaken || after.problems.length > before.problems.length) {
    throw new Failure(
      'profile-not-plain',
      message('“{0}”的写法不便自动修改，请在“规则”下面写一行“{1}: {2}”。', fileName(uri), name, severityName(severity)),
    )
  }
  return edit
}

/** The line of the rule, or the line `级别` below it. */
function replaced(text: string, names: readonly string[], severity: HouseSeverity): Edit | undefined {
  const block = rulesBlock(text)
  if (!block) return undefined
  const body = text.slice(block.start, block.end)
  for (const name of names) {
    const key = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const line = new RegExp(
      `^([ ]+)["']?${key}["']?[ ]*:[ ]*(?:([^\\s#]+)|\\r?\\n(?:\\1[ ]+.*\\r?\\n)*?\\1[ ]+(?:级别|severity):[ ]*([^\\s#]+))`,
      'm',
    )
    const match = line.exec(body)
    const value = match?.[2] ?? match?.[3]
    if (!match || value === undefined) continue
    const end = block.start + match.index + match[0].length
    return { span: { start: end - value.length, end }, text: severityName(severity) }
  }
  return undefined
}

/** A line at the head of the rules, or the rules at the end of the file. */
function added(text: string, name: string, severity: HouseSeverity): Edit {
  const ending = /\r\n|\n/.exec(text)?.[0] ?? '\n'
  const block = rulesBlock(text)
  if (block) {
    const indent = /^[ ]+(?=\S)/m.exec(text.slice(block.start, block.end))?.[0] ?? '  '
    const lead = text.slice(0, block.start).endsWith('\n') ? '' : ending
    return {
      span: { start: block.start, end: block.start },
      text: `${lead}${indent}${name}: ${severityName(severity)}${ending}`,
    }
  }
  const lead = text === '' || text.endsWith('\n') ? '' : ending
  const gap = text.trim() === '' ? '' : ending
  const at = { start: text.length, end: text.length }
  return { span: at, text: `${lead}${gap}规则:${ending}  ${name}: ${severityName(severity)}${ending}` }
}

/** What stands below `规则:`, up to the next line that is not indented. */
function rulesBlock(text: string): { readonly start: number; readonly end: number } | undefined {
  const head = /^(?:规则|rules)[ ]*:[ ]*(?:#.*)?(?:\r?\n|$)/m.exec(text)
  if (!head) return undefined
  const start = head.index + head[0].length
  const rest = /^(?![ #\r\n]|$).*/m.exec(text.slice(start))
  return { start, end: rest ? start + rest.index : text.length }
}
