import { splitPostAndName } from '../model/postAndName.ts'
import { textOfElement, textsOf } from '../model/text.ts'
import { BODY_HEIGHT, CELL, SIGNATURE } from '../standard/layout.ts'
import { SIGNATURE_SEAL } from '../standard/seals.ts'
import type { Mm, Rect } from '../standard/units.ts'
import type { Job } from './job.ts'
import type { LooseSeal, Row } from './row.ts'
import { drawSignature } from './sealDrawing.ts'
import { type PlacedLine, type PlacedSeal, signatureBlockRows, signatureLine } from './signatureBlock.ts'

/**
 * 签名章 of the 签署人 below each other, the host's first, the post two characters left of its seal and level with its
 * middle, the date a blank line below (GB/T 9704—2012 7.3.5.3).
 */
export function signatureSealRows(job: Job): readonly Row[] {
  const { signedBy, issueDate } = job.document.head
  const right = job.width - SIGNATURE.signatureSealRight * CELL
  const signers = textsOf(signedBy).map((text) => {
    const { post, name } = splitPostAndName(text)
    return { post, name, drawing: drawSignature(job.faces, name, SIGNATURE_SEAL) }
  })
  const step = Math.max(0, ...signers.map(({ drawing }) => drawing.height)) + SIGNATURE_SEAL.gap
  const lines = signers.map(({ post, drawing }, index): PlacedLine => {
    const postRight = right - drawing.width - SIGNATURE.signatureSealPostGap * CELL
    const line = signatureLine(job, post, 'signedByPost', signedBy, postRight)
    return { line, x: postRight - line.width, y: index * step + (drawing.height - BODY_HEIGHT) / 2 }
  })
  const seals = signers.map(({ name, drawing }, index): PlacedSeal => {
    const { width, height } = drawing
    const draw = (x: Mm, y: Mm): LooseSeal => {
      const rect: Rect = { x: x + right - width, y, width, height }
      return { issuer: name, kind: '签名章', rect, ...drawing.draw(rect.x, rect.y) }
    }
    return { y: index * step, height, draw }
  })
  const date = signatureLine(job, textOfElement(issueDate), 'issueDate', issueDate, right)
  const sealsBottom = Math.max(-SIGNATURE_SEAL.gap, ...seals.map(({ y, height }) => y + height))
  const dateY = sealsBottom + job.leading + SIGNATURE.signatureSealDateBlankLines * job.linePitch
  lines.push({ line: date, x: right - date.width, y: dateY })
  return signatureBlockRows(job, { lines, seals }, SIGNATURE.signatureSealBlankLines * job.linePitch)
}
