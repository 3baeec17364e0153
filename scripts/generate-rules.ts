/** Writes what is made of the rules: the list of the catalogue, a page for each, the table of all, and the settings. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { GUARANTEED } from '../server/src/rules/checklist/guaranteed.ts'
import { HUMAN_CHECKS } from '../server/src/rules/checklist/humanChecks.ts'
import { explain } from '../server/src/rules/explain.ts'
import type { Rule } from '../server/src/rules/rule.ts'
import type { RuleInfo } from '../server/src/text/finding.ts'
import { SEVERITY_NAMES } from '../server/src/text/severityNames.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const CATALOGUE = 'server/src/rules/catalogue'
const PAGES = 'docs/rules'
/** Misspellings are errors although no clause names them. */
const MISSPELLINGS = new Set(['wording-pair'])

/** The generated files by path from the root. Throws when a rule breaks the house's law of rules. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = ruleFiles()
  const rules = await Promise.all(
    files.map(
      async (file) => ((await import(pathToFileURL(join(root, CATALOGUE, file)).href)) as { default: Rule }).default,
    ),
  )
  for (const [index, rule] of rules.entries()) check(rule, files[index] as string)
  checkNames(rules)
  return new Map([
    [`${CATALOGUE}/index.ts`, catalogue(files)],
    ...rules.map((rule) => [`${PAGES}/${rule.id}.md`, page(rule)] as const),
    [`${PAGES}/README.md`, table(rules)],
    [`${PAGES}/undecidable.md`, undecidable(rules)],
    [`${PAGES}/rules.json`, `${JSON.stringify(settings(rules), undefined, 2)}\n`],
  ])
}

function ruleFiles(): readonly string[] {
  return readdirSync(join(root, CATALOGUE), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .sort()
}

function check(rule: Rule, file: string): void {
  const wrong = (what: string): never => {
    throw new Error(`${CATALOGUE}/${file}: ${what}`)
  }
  if (file.split('/').at(-1) !== `${rule.id}.ts`) wrong('the file is not named after the id')
  if (rule.severity === 'error' && rule.strength !== '规定' && !MISSPELLINGS.has(rule.id))
    wrong('only 规定 may be an error')
  if (/\s/.test(rule.name)) wrong('a name with spaces cannot stand in an ignore comment')
  const quiet = rule.examples.filter((example) => 'quiet' in example).length
  if (quiet < 2) wrong('fewer than two texts on which it stays silent')
}

function checkNames(rules: readonly Rule[]): void {
  const names = rules.flatMap(({ id, name }) => [id, name])
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`two rules are called ${twice}`)
}

function catalogue(files: readonly string[]): string {
  const named = files.map((file) => ({ file, name: identifier(file) }))
  return [
    '// Made by `npm run generate` of the files beside it; do not edit.',
    `import type { Rule } from '../rule.ts'`,
    ...named.map(({ file, name }) => `import ${name} from './${file}'`),
    '',
    'export const CATALOGUE: readonly Rule[] = [',
    ...named.map(({ name }) => `  ${name},`),
    ']',
    '',
  ].join('\n')
}

function identifier(file: string): string {
  const id = (file.split('/').at(-1) as string).replace(/\.ts$/, '')
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function page(rule: Rule): string {
  return `<!-- 由规则生成，请勿修改。 -->\n\n${explain(rule)}\n`
}

const FIXES: Readonly<Record<Rule['fix'], string>> = { safe: '自动', suggestion: '建议', none: '' }

function table(rules: readonly Rule[]): string {
  const groups = [...new Set(rules.map(({ group }) => group))]
  const rows = (group: string): string =>
    rules
      .filter((rule) => rule.group === group)
      .map(
        (rule) =>
          `| [${rule.name}](${rule.id}.md) | \`${rule.id}\` | ${SEVERITY_NAMES[rule.severity]} | ${rule.strength} | ${FIXES[rule.fix]} | ${rule.clause} |`,
      )
      .join('\n')
  return [
    '<!-- 由规则生成，请勿修改。 -->',
    '# 校对规则',
    `共 ${rules.length} 条。“规定”出自条例、法律或者国家标准的应当、不得，“推荐”出自一般、可以的条款，“实务”是通行做法。默认只有规定和错别字报错误。`,
    ...groups.map(
      (group) =>
        `## ${group}\n\n| 规则 | 编号 | 级别 | 性质 | 修复 | 依据 |\n|---|---|---|---|---|---|\n${rows(group)}`,
    ),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

/** What people have to check because no program can, with the reason. A rule of the same id sees the plain cases only. */
function undecidable(rules: readonly Rule[]): string {
  const ruleNote = (row: string) => (rules.some(({ id }) => id === row) ? `（[明显的由规则查](${row}.md)）` : '')
  const rows = HUMAN_CHECKS.map(
    ({ row, text, reason, clause, genres }) =>
      `| ${text}${ruleNote(row)} | \`${row}\` | ${genres?.join('、') ?? '各文种'} | ${reason} | ${clause} |`,
  )
  return [
    '<!-- 由 server/src/rules/checklist/ 生成，请勿修改。 -->',
    '# 要由人核对的要求',
    `下面 ${rows.length} 项要求程序判断不了，或者只靠词语判断会误报。它们列在核稿清单里：运行 \`hongtou checklist 文件\`，只列用得上的条目，工具已经核过的打勾。`,
    `| 要求 | 编号 | 文种 | 为什么程序判断不了 | 依据 |\n|---|---|---|---|---|\n${rows.join('\n')}`,
    '## 由排版保证的要求',
    `这 ${GUARANTEED.length} 项不用查：无论正文怎样写，印出来总是合乎要求的。`,
    `| 要求 | 编号 | 怎样保证 | 依据 |\n|---|---|---|---|\n${GUARANTEED.map(({ row, text, how, clause }) => `| ${text} | \`${row}\` | ${how} | ${clause} |`).join('\n')}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

/** The JSON Schema of the setting that maps rules to severities, for the extension's manifest and the organ's profile. */
function settings(rules: readonly Rule[]): object {
  const values = ['error', 'warning', 'info', 'hint', 'off']
  const properties = rules.map((rule) => [
    rule.id,
    { type: 'string', enum: values, default: rule.severity, description: `${rule.name}（${rule.clause}）` },
  ])
  const groups = groupsOf(rules).map(({ group, size }) => [
    group,
    { type: 'string', enum: values, description: `“${group}”一组的 ${size} 条规则` },
  ])
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries([...properties, ...groups]) }
}

/** The groups of rules: a setting may name one in place of each of its rules. */
export function groupsOf(rules: readonly RuleInfo[]): readonly { readonly group: string; readonly size: number }[] {
  return [...new Set(rules.map(({ group }) => group))].map((group) => {
    return { group, size: rules.filter((rule) => rule.group === group).length }
  })
}

function write(files: ReadonlyMap<string, string>): void {
  const pages = join(root, PAGES)
  mkdirSync(pages, { recursive: true })
  for (const name of readdirSync(pages)) if (!files.has(`${PAGES}/${name}`)) rmSync(join(pages, name))
  for (const [path, text] of files) {
    const target = join(root, path)
    if (relative(root, target).startsWith('..')) throw new Error(path)
    if (!same(target, text)) writeFileSync(target, text)
  }
}

function same(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write(await generatedFiles())
