// Run by memory.test.ts as a process of its own: signs a PDF into another file, or verifies it where no other is named,
// and prints how many kilobytes it had in use at most.
import { readFileSync, writeFileSync } from 'node:fs'
import { openP12 } from '../../server/src/sign/p12.ts'
import { signPdf } from '../../server/src/sign/sign.ts'
import { verifyPdf } from '../../server/src/sign/verify.ts'
import { ports } from './signing.ts'

const [, , p12 = '', file = '', signed] = process.argv
const key = await openP12({ bytes: new Uint8Array(readFileSync(p12)), password: 'Seal Pass-1' }, ports)
const pdf = readFileSync(file)
if (signed !== undefined) writeFileSync(signed, await signPdf(pdf, key, {}, ports))
else if (!(await verifyPdf(pdf, { trusted: key.chain }, ports)).valid) throw new Error('not valid')
console.log(process.resourceUsage().maxRSS)
