/** Options of rules: what their schema allows, what the profile sets, what holds. */
import { profileProblem } from '../profile/problem.ts'
import type { Profile, RuleOptionSetting } from '../profile/profile.ts'
import type { Finding, RuleInfo } from '../text/finding.ts'
import { message } from '../text/message.ts'

/** A part of JSON Schema: enough for numbers, switches and lists of words. Names are Chinese, as people type them. */
export interface OptionSchema {
  readonly type: 'object'
  readonly properties: { readonly [option: string]: OptionType }
}

export type OptionType = { readonly description: string } & (
  | { readonly type: 'integer'; readonly default: number; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'array'; readonly items: { readonly type: 'string' }; readonly default: readonly string[] }
)

type OptionValue = number | boolean | readonly string[]

export interface OptionReading {
  /** By option; the default of the schema where the profile says nothing that can be used. */
  readonly values: Readonly<Record<string, OptionValue>>
  /** Settings that cannot be used, each with file and line; their spans are in the profile's own text. */
  readonly problems: readonly Finding[]
}

const NOTHING: OptionReading = { values: {}, problems: [] }
const readings = new WeakMap<Profile, Map<string, OptionReading>>()

/** The options of a rule as the profile sets them, by its id or its Chinese name. */
export function optionsOf(rule: RuleInfo, profile: Profile): OptionReading {
  const settings = profile.ruleOptions?.[rule.id] ?? profile.ruleOptions?.[rule.name]
  if (!rule.options && !settings) return NOTHING
  let known = readings.get(profile)
  if (!known) {
    known = new Map()
    readings.set(profile, known)
  }
  let reading = known.get(rule.id)
  if (!reading) {
    reading = readOptions(rule, settings ?? [])
    known.set(rule.id, reading)
  }
  return reading
}

function readOptions(rule: RuleInfo, settings: readonly RuleOptionSetting[]): OptionReading {
  const types = (rule.options as OptionSchema | undefined)?.properties ?? {}
  const values: Record<string, OptionValue> = Object.fromEntries(
    Object.entries(types).map(([option, type]) => [option, type.default]),
  )
  const problems: Finding[] = []
  for (const setting of settings) {
    const type = Object.hasOwn(types, setting.option) ? types[setting.option] : undefined
    const value = type && readValue(type, setting.value)
    if (value !== undefined) values[setting.option] = value
    else problems.push(type ? unfit(rule, type, setting) : unknown(rule, Object.keys(types), setting))
  }
  return { values, problems }
}

function readValue(type: OptionType, typed: RuleOptionSetting['value']): OptionValue | undefined {
  if (type.type === 'array') return typeof typed === 'string' ? [typed] : typed
  if (typeof typed !== 'string') return undefined
  if (type.type === 'boolean') return SWITCH.get(typed)
  const number = /^[0-9]{1,9}$/.test(typed) ? Number(typed) : Number.NaN
  return number >= type.minimum && number <= type.maximum ? number : undefined
}

const SWITCH: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['true', true],
  ['否', false],
  ['false', false],
])

function unfit({ name }: RuleInfo, type: OptionType, { option, uri, line, span }: RuleOptionSetting): Finding {
  if (type.type !== 'integer')
    return profileProblem(uri, line, span, '{0}第{1}行：规则“{2}”的“{3}”应当是“是”或“否”。', message(name), option)
  const template = '{0}第{1}行：规则“{2}”的“{3}”应当是{4}到{5}之间的整数。'
  return profileProblem(uri, line, span, template, message(name), option, type.minimum, type.maximum)
}

function unknown(
  { name }: RuleInfo,
  options: readonly string[],
  { option, uri, line, span }: RuleOptionSetting,
): Finding {
  if (options.length === 0)
    return profileProblem(uri, line, span, '{0}第{1}行：规则“{2}”没有选项，不能设置“{3}”。', message(name), option)
  const template = '{0}第{1}行：规则“{2}”没有选项“{3}”，可用的有：{4}。'
  return profileProblem(uri, line, span, template, message(name), option, options.join('、'))
}
