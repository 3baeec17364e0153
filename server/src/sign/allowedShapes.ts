import {
  aBoolean,
  aName,
  aNumber,
  anInteger,
  anything,
  aString,
  dictionaryOf,
  either,
  flagsOf,
  inPlace,
  integerFrom,
  listOf,
  named,
  nothing,
  numberUpTo,
  referenceTo,
  type Shape,
  streamOf,
  stringThat,
  tableOf,
  theCatalog,
  within,
} from './shape.ts'
import { readDate, readTextString } from './textString.ts'

// What may stand in an update of a signed file, word for word as docs/signatures.md lists it. What is not here is refused.

/** A date of PDF (ISO 32000-1 7.9.4) and nothing behind it. */
const aDate: Shape = stringThat((bytes) => bytes.length <= 23 && readDate(readTextString(bytes)) !== undefined)
/** Beyond 200 inches (Annex C) readers no longer agree on numbers. */
const MAX_COORDINATE = 14_400
const aBox = inPlace(listOf(inPlace(numberUpTo(MAX_COORDINATE)), 4))

/**
 * /F of a widget: hidden, printed, read-only, locked. Others show it on the screen and not on paper, or in a size that
 * does not follow the page (12.5.3).
 */
const flags: Shape = flagsOf(2 | 4 | 64 | 128 | 512)

/** /Version of the catalog; that it does not fall is checked beside it. */
export const VERSION: Shape = inPlace(named('1.3', '1.4', '1.5', '1.6', '1.7', '2.0'))

/** /Extensions of the catalog: the developers that PAdES and Acrobat name, and their level. */
export const EXTENSIONS: Shape = tableOf(
  /^(ADBE|ESIC)$/,
  dictionaryOf({ 'Type?': named('DeveloperExtensions'), BaseVersion: aName, ExtensionLevel: anInteger }),
)

/** Certificates, revocation lists and answers: streams of their own that name nothing else. */
const evidence: Shape = listOf(referenceTo(streamOf({})))

/** /DSS of the catalog (ETSI EN 319 142-1 5.4.2). */
export const VALIDATION_DATA: Shape = dictionaryOf({
  'Type?': named('DSS'),
  'Certs?': evidence,
  'CRLs?': evidence,
  'OCSPs?': evidence,
  'VRI?': tableOf(
    /^[0-9A-F]{40}$/,
    dictionaryOf({
      'Type?': named('VRI'),
      'Cert?': evidence,
      'CRL?': evidence,
      'OCSP?': evidence,
      'TU?': aDate,
      'TS?': referenceTo(streamOf({})),
    }),
  ),
})

/** /ModDate of the document information. */
export const MODIFICATION_DATE: Shape = aDate

/** Which fields a signature locks (ISO 32000-1 12.7.4.5, 12.8.2.4). */
const LOCKED_FIELDS = { Action: named('All', 'Include', 'Exclude'), 'Fields?': listOf(aString) }
const lock: Shape = dictionaryOf({ 'Type?': named('SigFieldLock'), ...LOCKED_FIELDS, 'P?': integerFrom(1, 3) })

const transformVersion: Shape = named('1.2')

/** What a signature forbids from then on: DocMDP and FieldMDP (12.8.2). */
const transforms: Shape = listOf(
  dictionaryOf({
    'Type?': named('SigRef'),
    TransformMethod: named('DocMDP', 'FieldMDP'),
    'TransformParams?': dictionaryOf({
      'Type?': named('TransformParams'),
      'V?': transformVersion,
      'P?': integerFrom(1, 3),
      'Action?': LOCKED_FIELDS.Action,
      'Fields?': LOCKED_FIELDS['Fields?'],
    }),
    'DigestMethod?': aName,
    'Data?': theCatalog,
  }),
)

/** The program that signed (Adobe's Signature Build Dictionary): names and numbers without references. */
const program: Shape = dictionaryOf({
  'Name?': either(aName, aString),
  'Date?': aString,
  'R?': either(anInteger, listOf(anInteger)),
  'REx?': aString,
  'OS?': either(aName, listOf(aName)),
  'PreRelease?': aBoolean,
  'NonEFontNoWarn?': aBoolean,
  'TrustedMode?': aBoolean,
  'V?': anInteger,
})
const build: Shape = dictionaryOf({ 'Filter?': program, 'PubSec?': program, 'App?': program, 'SigQ?': program })

/** A value that signing puts into a field. */
const SIGNATURE: Shape = referenceTo(
  dictionaryOf({
    'Type?': named('Sig', 'DocTimeStamp'),
    Filter: aName,
    SubFilter: aName,
    ByteRange: inPlace(listOf(inPlace(anInteger), 4)),
    Contents: inPlace(aString),
    'M?': aDate,
    'Name?': aString,
    'Reason?': aString,
    'Location?': aString,
    'ContactInfo?': aString,
    'Reference?': transforms,
    'Prop_Build?': build,
    'Prop_AuthTime?': anInteger,
    'Prop_AuthType?': aName,
  }),
)

const image: Shape = streamOf({
  'Type?': named('XObject'),
  Subtype: named('Image'),
  Width: anInteger,
  Height: anInteger,
  'BitsPerComponent?': anInteger,
  'ColorSpace?': anything,
  'ImageMask?': aBoolean,
  'Mask?': anything,
  'SMask?': anything,
  'Decode?': listOf(aNumber),
  'Interpolate?': aBoolean,
  'Intent?': aName,
  'Name?': aName,
})

/** A drawing with its parts: no layers, no drawing from elsewhere. */
const drawing: Shape = streamOf({
  'Type?': named('XObject'),
  Subtype: named('Form'),
  'FormType?': anInteger,
  BBox: listOf(aNumber, 4),
  'Matrix?': listOf(aNumber, 6),
  'Resources?': within((object, look) => resources(object, look)),
  'Group?': anything,
  'Name?': aName,
})

const resources: Shape = dictionaryOf({
  'Font?': anything,
  'XObject?': tableOf(/^/, either(image, drawing)),
  'ExtGState?': anything,
  'ColorSpace?': anything,
  'Pattern?': anything,
  'Shading?': anything,
  'ProcSet?': listOf(aName),
})

/** /AP of a signature. */
const SEAL: Shape = dictionaryOf({ N: referenceTo(drawing) })

/** A signature field that was not there when the file was signed, and its widget in one. */
export const NEW_FIELD: Shape = dictionaryOf({
  'Type?': named('Annot'),
  Subtype: named('Widget'),
  FT: named('Sig'),
  T: aString,
  Rect: aBox,
  'F?': flags,
  'Ff?': anInteger,
  'P?': anything,
  'Parent?': anything,
  'MK?': dictionaryOf({}),
  'DR?': resources,
  'DA?': aString,
  'Lock?': lock,
  'V?': SIGNATURE,
  'AP?': SEAL,
})

const states: Shape = either(drawing, tableOf(/^/, drawing))

/** What filling in sets in a form field, or takes away from it. */
export const FILLED_IN: Readonly<Record<string, Shape>> = {
  V: either(nothing, aString, aName, listOf(aString)),
  AP: either(nothing, dictionaryOf({ 'N?': states, 'D?': states, 'R?': states })),
  AS: either(nothing, aName),
  I: either(nothing, listOf(anInteger)),
  RV: either(nothing, aString, streamOf({})),
  M: either(nothing, aDate),
}

/** What signing sets in a field that was there. */
export const SIGNED: Readonly<Record<string, Shape>> = {
  V: either(nothing, SIGNATURE),
  AP: either(nothing, SEAL),
  F: flags,
  M: either(nothing, aDate),
}

/** /SigFlags of the form. */
export const FORM_FLAGS: Shape = inPlace(anInteger)

/**
 * What programs set in a form with the field of a signature. Readers set text with it that has no drawing, so it may be
 * set only where all fields are for signatures that bring their own drawing.
 */
export const TEXT_DEFAULTS: Readonly<Record<string, Shape>> = { DA: aString, DR: resources }
