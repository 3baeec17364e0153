import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from '../support/judges.ts'
import { withScratch } from '../support/scratch.ts'
import { rangeOf } from './signing.ts'

/** Runs `use` with a folder that holds the files, and removes it. */
export async function inFolder(files: Readonly<Record<string, Uint8Array | string>>, use: (folder: string) => unknown) {
  await withScratch(async (folder) => {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    await use(folder)
  })
}

/** A store for pdfsig that trusts `root.pem` of the folder. */
export function trustStore(folder: string): string {
  const store = `sql:${folder}`
  judge('certutil', ['-N', '-d', store, '--empty-password'])
  judge('certutil', ['-A', '-d', store, '-n', 'root', '-t', 'CT,CT,CT', '-a', '-i', join(folder, 'root.pem')])
  return store
}

/** The CMS of the newest signature and the bytes it is over. */
export function detach(pdf: Uint8Array): { cms: Uint8Array; content: Uint8Array } {
  const [, start, end, rest] = rangeOf(pdf)
  const padded = Buffer.from(Buffer.from(pdf.subarray(start + 1, end - 1)).toString('latin1'), 'hex')
  return {
    cms: new Uint8Array(padded.subarray(0, 4 + padded.readUInt16BE(2))),
    content: new Uint8Array([...pdf.subarray(0, start), ...pdf.subarray(end, end + rest)]),
  }
}
