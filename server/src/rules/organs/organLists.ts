/** Who issues, who signs, whose name stands in the red letters: as given, not as derived from one another. */
import type { GongwenDocument } from '../../model/document.ts'
import { textsOf } from '../../model/text.ts'

/** The organs named in the red letters, without 文件 and the like; empty when the mark was derived. */
export function markedOrgans({ head: { issuerMark } }: GongwenDocument): readonly string[] {
  if (!issuerMark || issuerMark.origin === 'derived') return []
  return textsOf(issuerMark)
    .map((text) => text.replace(/[\s\u3000]/g, '').replace(/(?:文件|令|公告|通告|函|纪要)$/, ''))
    .filter((text) => text !== '' && text !== '无' && text !== '主办')
}

/** Who signs; empty when that follows from the issuers. */
export function signingOrgans({ head: { signatory } }: GongwenDocument): readonly string[] {
  return signatory && signatory.origin !== 'derived' ? textsOf(signatory) : []
}

/** 发文机关 as given; empty when it follows from 署名 or the red letters. */
export function issuingOrgans({ issuers }: GongwenDocument): readonly string[] {
  return issuers.filter(({ origin }) => origin !== 'derived').map(({ value }) => value)
}
