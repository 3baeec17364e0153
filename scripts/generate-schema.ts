// Writes syntaxes/front-matter.schema.json from the table of front matter keys, in the form that the checks ask for.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { frontMatterSchema } from '../server/src/standard/frontMatterSchema.ts'

const target = fileURLToPath(new URL('../syntaxes/front-matter.schema.json', import.meta.url))
writeFileSync(target, `${JSON.stringify(frontMatterSchema(), null, 2)}\n`)
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
const { status } = spawnSync(process.execPath, [biome, 'format', '--write', target], { stdio: 'inherit' })
process.exitCode = status ?? 1
