/** Writes into package.json what the manifest has of the rules: the ids and groups that its setting knows, so that the editor completes and checks them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RULES } from '../server/src/rules/registry.ts'
import { SEVERITY_NAMES } from '../server/src/text/severityNames.ts'
import { groupsOf } from './generate-rules.ts'

const path = fileURLToPath(new URL('../package.json', import.meta.url))

/** The text of package.json with the settings of today's rules. */
export function generatedManifest(): string {
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const setting = manifest.contributes.configuration.properties['hongtou.rules']
  const groups = groupsOf(RULES)
  setting.propertyNames = {
    enum: [...RULES.map(({ id }) => id), ...groups.map(({ group }) => group)],
    enumDescriptions: [
      ...RULES.map(({ name, clause, severity }) => `${name}（${clause}）。默认：${SEVERITY_NAMES[severity]}`),
      ...groups.map(({ description }) => description),
    ],
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(path, generatedManifest())
