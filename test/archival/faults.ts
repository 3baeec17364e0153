import { latin1 } from '../../server/src/pdf/lexer.ts'
import { isArray, isStream, isString, nameOf, type PdfObject } from '../../server/src/pdf/objects.ts'
import type { Archive, Values } from './archive.ts'
import { fontFaults } from './fonts.ts'
import { metadataFaults } from './metadata.ts'

/**
 * What in a file is against ISO 19005-2 at level B, or -3 where it says so: each fault with its clause. It knows what
 * our files may hold and reports all else; it is no general validator.
 */
export function faultsOf(archive: Archive): readonly string[] {
  const checks = [
    fileFaults,
    catalogFaults,
    streamFaults,
    intentFaults,
    operatorFaults,
    stateFaults,
    imageFaults,
    fontFaults,
    annotationFaults,
    attachmentFaults,
    metadataFaults,
  ]
  return checks.flatMap((check) => check(archive))
}

function fileFaults({ bytes, trailer }: Archive): string[] {
  const faults: string[] = []
  if (!/^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(latin1(bytes.subarray(0, 14)))) faults.push('6.1.2 header')
  if (!/%%EOF\r?\n?$/.test(latin1(bytes.subarray(-8)))) faults.push('6.1.3 bytes behind the end')
  if (trailer.list('ID').filter(isString).length !== 2) faults.push('6.1.3 no ID')
  if (trailer.keys.includes('Encrypt')) faults.push('6.1.3 encrypted')
  return faults
}

/** Nothing that acts, changes with the reader, or hangs on something outside. */
function catalogFaults({ root, pages, dictionaries }: Archive): string[] {
  const faults: string[] = []
  const forbidden = ['AA', 'OpenAction', 'OCProperties', 'Requirements', 'Perms', 'Collection']
  for (const key of forbidden) if (root.keys.includes(key)) faults.push(`6.5, 6.9–6.11 ${key} in the catalog`)
  for (const key of ['JavaScript', 'AlternatePresentations']) {
    if (root.dictionary('Names').keys.includes(key)) faults.push(`6.5.1, 6.10 ${key}`)
  }
  for (const page of pages) {
    if (page.keys.includes('AA') || page.keys.includes('PresSteps')) faults.push('6.5.2, 6.10 a page acts')
  }
  for (const each of dictionaries) {
    if (each.name('Type') === 'Action' || each.name('S') === 'JavaScript') faults.push('6.5.1 an action')
  }
  const form = root.dictionary('AcroForm')
  if (form.keys.includes('XFA') || form.at('NeedAppearances') === true) faults.push('6.4.1 form')
  if (root.text('Lang') !== 'zh-CN') faults.push('6.7.4 (2a) no language')
  if (root.dictionary('ViewerPreferences').at('DisplayDocTitle') !== true) faults.push('the title is not shown')
  return faults
}

function streamFaults({ streams, values }: Archive): string[] {
  return streams.flatMap((stream) => {
    const { keys, at, list, name } = values(stream.dictionary)
    const faults: string[] = []
    if (keys.some((key) => ['F', 'FFilter', 'FDecodeParms'].includes(key))) faults.push('6.1.7.1 data outside the file')
    if (at('Length') !== stream.data.length) faults.push('6.1.7.1 Length')
    const filters = [name('Filter'), ...list('Filter').map(nameOf)].filter((filter) => filter !== undefined)
    for (const filter of filters) if (!/^(?:Flate|DCT)Decode$/.test(filter)) faults.push(`6.1.7.2 ${filter}`)
    return faults
  })
}

/** One output intent with an RGB profile: then DeviceRGB and DeviceGray say which colours they are (6.2.4.3). */
function intentFaults({ root, values, decode }: Archive): string[] {
  const intents = root.list('OutputIntents').map(values)
  const [intent] = intents
  if (!intent || intents.length > 1) return ['6.2.3 output intents']
  const faults: string[] = []
  if (intent.name('S') !== 'GTS_PDFA1' || intent.text('OutputConditionIdentifier') === undefined)
    faults.push('6.2.3 intent')
  const profile = intent.at('DestOutputProfile')
  const head = latin1(decode(profile).subarray(0, 40))
  if (values(profile).at('N') !== 3 || head.slice(12, 20) !== 'mntrRGB ')
    faults.push('6.2.3 the profile is not of a screen')
  if (head.charCodeAt(8) > 4 || head.slice(36, 40) !== 'acsp') faults.push('6.2.4.2 the profile')
  return faults
}

const KNOWN = new Set('q Q cm w m l c h S f B g G rg RG gs Do BT ET Tf Tc Tz Tm Tj BDC BMC EMC'.split(' '))

function operatorFaults({ contents }: Archive): string[] {
  return contents.flatMap(({ operators, resources }) => {
    const faults: string[] = []
    let depth = 0
    let marks = 0
    for (const { operator, operands } of operators) {
      if (!KNOWN.has(operator)) faults.push(`6.2.2 operator ${operator}`)
      depth += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0
      marks += /^B[DM]C$/.test(operator) ? 1 : operator === 'EMC' ? -1 : 0
      if (depth < 0 || depth > 28) faults.push('6.1.13 q and Q')
      if (marks < 0 || marks > 1) faults.push('marked content is not paired')
      const kind = { Tf: 'Font', gs: 'ExtGState', Do: 'XObject' }[operator]
      const name = nameOf(operands[0])
      if (kind && !(name && resources.dictionary(kind).keys.includes(name)))
        faults.push(`6.2.2 ${kind} ${name} is missing`)
    }
    if (depth !== 0 || marks !== 0) faults.push('6.1.13 left open')
    return faults
  })
}

/** The only transparency is ink: a seal multiplied with what lies under it (6.2.5, 6.2.10). */
function stateFaults({ dictionaries }: Archive): string[] {
  return dictionaries
    .filter((each) => each.name('Type') === 'ExtGState')
    .flatMap((state) => {
      const odd = state.keys.filter((key) => key !== 'Type' && key !== 'BM')
      const blend = state.name('BM')
      return [...odd.map((key) => `6.2.5 ${key}`), ...(blend === 'Multiply' ? [] : [`6.2.10 ${blend}`])]
    })
}

function imageFaults({ streams, values }: Archive): string[] {
  return streams
    .map(({ dictionary }) => values(dictionary))
    .filter((each) => each.name('Type') === 'XObject')
    .flatMap((each) => {
      const faults = ['Alternates', 'OPI', 'Ref', 'PS']
        .filter((key) => each.keys.includes(key))
        .map((key) => `6.2.8 ${key}`)
      if (each.at('Interpolate') === true) faults.push('6.2.8 Interpolate')
      const space = each.at('ColorSpace')
      const base = nameOf(isArray(space) ? space.items[0] : space)
      if (each.name('Subtype') === 'Image' && !['DeviceRGB', 'DeviceGray', 'Indexed'].includes(base ?? '')) {
        faults.push(`6.2.4.3 ${base}`)
      }
      return faults
    })
}

const [HIDDEN, PRINT] = [0x01 | 0x02 | 0x20 | 0x100, 0x04]

/** Seals: widgets that are printed and whose picture is in the file (6.3). */
function annotationFaults({ pages, values }: Archive): string[] {
  return pages
    .flatMap((page) => page.list('Annots').map(values))
    .flatMap((widget) => {
      const faults: string[] = []
      if (widget.name('Subtype') !== 'Widget' || widget.name('FT') !== 'Sig') faults.push('6.3.1 another annotation')
      const flags = Number(widget.at('F'))
      if ((flags & HIDDEN) !== 0 || (flags & PRINT) === 0) faults.push('6.3.2 F')
      if (widget.keys.includes('A') || widget.keys.includes('AA')) faults.push('6.4.1 an action')
      const appearance = widget.dictionary('AP')
      if (appearance.keys.join() !== 'N' || !isStream(appearance.at('N'))) faults.push('6.3.3 AP')
      if (isSigned(widget) && !/^(?:adbe\.pkcs7|ETSI\.CAdES)\.detached$/.test(subFilter(widget)))
        faults.push('6.4.3 SubFilter')
      return faults
    })
}

function isSigned(widget: Values): boolean {
  return widget.at('V') !== null
}

function subFilter(widget: Values): string {
  return widget.dictionary('V').name('SubFilter') ?? ''
}

/** ISO 19005-3, 6.8: a file inside is named in the catalog with what it is to the document; part 2 has none. */
function attachmentFaults({ root, dictionaries, values }: Archive): string[] {
  const files = dictionaries.filter((each) => each.name('Type') === 'Filespec' || each.keys.includes('EF'))
  const named = root.list('AF').map(values)
  if (named.length !== files.length) return ['6.8 a file that is not associated']
  return named.flatMap((file) => {
    const faults: string[] = []
    if (file.name('AFRelationship') !== 'Source') faults.push('6.8 AFRelationship')
    if (!file.text('F') || !file.text('UF')) faults.push('6.8 a file without a name')
    const embedded = file.dictionary('EF').dictionary('F')
    if (embedded.name('Subtype') !== 'text/markdown' || !isDated(embedded)) faults.push('6.8 kind and date of the file')
    return faults
  })
}

function isDated(embedded: Values): boolean {
  const date: PdfObject = embedded.dictionary('Params').at('ModDate')
  return isString(date)
}
