// Writes into docs/signatures.md what other judges say of the attacks in test/sign/attacks (npm run signature-judges).
// Needs pdfsig and mutool; the same table is checked by test/sign/attacks/judges.test.ts where they are installed.
import { readFileSync, writeFileSync } from 'node:fs'
import { judgeTable, withTable } from '../test/sign/attacks/judgeTable.ts'

const document = new URL('../docs/signatures.md', import.meta.url)
writeFileSync(document, withTable(readFileSync(document, 'utf8'), await judgeTable()))
