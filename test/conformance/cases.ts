/** The cases: a 公文 in `cases/NAME.gw.md` and what its pages must measure in `cases/NAME.tsv`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Press } from '../../server/src/press/press.ts'
import { EMPTY_PROFILE, type Profile } from '../../server/src/profile/profile.ts'
import { bundledPress } from '../support/press.ts'
import { withScratch } from '../support/scratch.ts'
import { type Measured, measureTable } from './measure.ts'
import { parseTable, type Table } from './table.ts'

const FOLDER = fileURLToPath(new URL('./cases/', import.meta.url))
const EPOCH = 1_790_000_000

export function caseNames(): readonly string[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.tsv'))
  return names.map((name) => name.slice(0, -'.tsv'.length)).sort((a, b) => a.localeCompare(b, 'zh'))
}

export function tableOf(name: string): Table {
  return parseTable(readFileSync(join(FOLDER, `${name}.tsv`), 'utf8'))
}

/** Renders a case with the bundled faces and measures the PDF. */
export async function measureCase(name: string, table = tableOf(name)): Promise<readonly Measured[]> {
  return withScratch(async (folder) => {
    const pdf = join(folder, 'a.pdf')
    writeFileSync(pdf, await printCase(name))
    return measureTable(pdf, table)
  })
}

/** Measures what another tool has made of the same text: `folder` has PDFs of the cases' names. */
export function measureOther(name: string, folder: string): readonly Measured[] {
  return measureTable(join(folder, `${name}.pdf`), tableOf(name))
}

function printCase(name: string): Promise<Uint8Array> {
  const { options, printed } = tableOf(name)
  const seals = [...printed.values()].filter(({ find }) => find.startsWith('@印章')).length
  return printSource(join(FOLDER, `${name}.gw.md`), { options, seals })
}

/** Prints a source with the bundled faces. @param how.options as in a table. @param how.seals signatures to put on it. */
export async function printSource(
  source: string,
  how: { readonly options: readonly string[]; readonly seals: number },
): Promise<Uint8Array> {
  const uri = pathToFileURL(source).href
  const press = bundledPress()
  press.update(uri, 1, readFileSync(source, 'utf8'), profileOf(how.options))
  const apart = how.options.find((option) => option.startsWith('另附'))
  const separate = apart === undefined ? {} : { separate: Number(apart.slice('另附'.length)) - 1 }
  const options = { epoch: EPOCH, attachSource: false, ...separate }
  return sealed(press, await press.pdf(uri, options, new AbortController().signal), how.seals)
}

function profileOf(options: readonly string[]): Profile {
  const layout = {
    ...(options.includes('双面') && { duplex: true, mirrored: true }),
    ...(options.includes('套打') && { preprinted: true }),
  }
  return { ...EMPTY_PROFILE, layout, key: options.join(' ') }
}

/** Seals are drawn by signatures: as many as the table looks for. */
async function sealed(press: Press, pdf: Uint8Array, seals: number): Promise<Uint8Array> {
  if (seals === 0) return pdf
  const password = 'conformance'
  const { p12 } = await press.identity({ name: '某某市人民政府', password, days: 30 })
  let signed = pdf
  for (let nth = 0; nth < seals; nth++) signed = (await press.sign(signed, { key: { bytes: p12, password } })).pdf
  return signed
}
