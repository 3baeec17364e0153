// Writes syntaxes/front-matter.schema.json from the table of front matter keys.
import { writeFileSync } from 'node:fs'
import { frontMatterSchema } from '../server/src/standard/frontMatterSchema.ts'

const target = new URL('../syntaxes/front-matter.schema.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(frontMatterSchema(), null, 2)}\n`)
