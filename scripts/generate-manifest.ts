/**
 * Writes into package.json what the manifest has of the rules: the ids and groups that its setting knows, so that the editor
 * completes and checks them. What they are stands beside it, in each language.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RULES } from '../server/src/rules/registry.ts'
import { SEVERITY_NAMES } from '../server/src/text/severityNames.ts'
import { ENGLISH } from '../test/support/english.ts'
import { groupsOf } from './generate-rules.ts'

interface Tongue {
  readonly file: string
  readonly say: (chinese: string) => string
  readonly rule: (name: string, clause: string, severity: string) => string
  readonly group: (group: string, size: number) => string
}

const TONGUES: readonly Tongue[] = [
  {
    file: 'package.nls.json',
    say: (chinese) => chinese,
    rule: (name, clause, severity) => `${name}（${clause}）。默认：${severity}`,
    group: (group, size) => `“${group}”一组的 ${size} 条规则`,
  },
  {
    file: 'package.nls.en.json',
    say: (chinese) => ENGLISH[chinese] ?? chinese,
    rule: (name, clause, severity) => `${name}: ${clause}. Default: ${severity}`,
    group: (group, size) => `${group}: a group of ${size} rules`,
  },
]

const GROUPS = groupsOf(RULES)
const ruleKey = (id: string) => `rule.${id}`
const groupKey = (group: string) => `rules.${group}`

const pathOf = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url))
const read = (file: string) => JSON.parse(readFileSync(pathOf(file), 'utf8'))

/** Texts of package.json and of its languages, by file name, with the settings of today's rules. */
export function generatedManifest(): ReadonlyMap<string, string> {
  const manifest = read('package.json')
  manifest.contributes.configuration.properties['hongtou.rules'].propertyNames = {
    enum: [...RULES.map(({ id }) => id), ...GROUPS.map(({ group }) => group)],
    enumDescriptions: [
      ...RULES.map(({ id }) => `%${ruleKey(id)}%`),
      ...GROUPS.map(({ group }) => `%${groupKey(group)}%`),
    ],
  }
  const files = [['package.json', manifest] as const, ...TONGUES.map((each) => [each.file, textsIn(each)] as const)]
  return new Map(files.map(([file, content]) => [file, `${JSON.stringify(content, undefined, 2)}\n`]))
}

function textsIn({ file, say, rule, group }: Tongue): Readonly<Record<string, string>> {
  const others = Object.entries<string>(read(file)).filter(([key]) => !/^rules?\./.test(key))
  return Object.fromEntries([
    ...others,
    ...RULES.map(({ id, name, clause, severity }) => [
      ruleKey(id),
      rule(say(name), say(clause), say(SEVERITY_NAMES[severity])),
    ]),
    ...GROUPS.map((each) => [groupKey(each.group), group(say(each.group), each.size)]),
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of generatedManifest()) writeFileSync(pathOf(file), text)
