import { splitPostAndName } from '../model/postAndName.ts'
import { textOfElement, textsOf } from '../model/text.ts'
import { BODY_HEIGHT, CELL, SIGNATURE } from '../standard/layout.ts'
import { SIGNATURE_SEAL } from '../standard/seals.ts'
import type { Mm, Rect } from '../standard/units.ts'
import type { Job } from './job.ts'
import type { LooseSeal, Row } from './row.ts'
import { drawSignatureSeal } from './sealDrawing.ts'
import { type PlacedLine, type PlacedSeal, signatureBlockRows, signatureLine } from './signatureBlock.ts'

/**
 * 签名章 of the 签署人 below each other, the host's first, the post two characters left of its seal and level with its
 * middle, the date a blank line below (GB/T 9704—2012 7.3.5.3).
 */
export function signatureSealRows(job: Job): readonly Row[] {
  const { signedBy, issueDate } = job.document.head
  const right = job.width - SIGNATURE.signatureSealRight * CELL
  const sealX = right - SIGNATURE_SEAL.width
  const postRight = sealX - SIGNATURE.signatureSealPostGap * CELL
  const step = SIGNATURE_SEAL.height + SIGNATURE_SEAL.gap
  const signers = textsOf(signedBy).map(splitPostAndName)
  const lines = signers.map(({ post }, index): PlacedLine => {
    const line = signatureLine(job, post, 'signedByPost', signedBy, postRight)
    return { line, x: postRight - line.width, y: index * step + (SIGNATURE_SEAL.height - BODY_HEIGHT) / 2 }
  })
  const seals = signers.map(({ name }, index): PlacedSeal => {
    const draw = (x: Mm, y: Mm): LooseSeal => {
      const { width, height } = SIGNATURE_SEAL
      const rect: Rect = { x: x + sealX, y, width, height }
      return { issuer: name, kind: '签名章', rect, appearance: drawSignatureSeal(job.faces, name, rect) }
    }
    return { y: index * step, height: SIGNATURE_SEAL.height, draw }
  })
  const date = signatureLine(job, textOfElement(issueDate), 'issueDate', issueDate, right)
  const sealsBottom = signers.length * step - SIGNATURE_SEAL.gap
  const dateY = sealsBottom + job.leading + SIGNATURE.signatureSealDateBlankLines * job.linePitch
  lines.push({ line: date, x: right - date.width, y: dateY })
  return signatureBlockRows(job, { lines, seals }, SIGNATURE.signatureSealBlankLines * job.linePitch)
}
