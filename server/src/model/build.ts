import type { Profile } from '../profile/profile.ts'
import { findGenre } from '../standard/genres.ts'
import { readFrontMatter } from '../syntax/frontMatter.ts'
import type { SyntaxTree } from '../syntax/tree.ts'
import type { Uri } from '../text/finding.ts'
import { ownAttachments } from './attachments.ts'
import { deriveDirection, deriveGenre, deriveHead, deriveImprint, deriveIssuers } from './derive.ts'
import type { GongwenDocument } from './document.ts'
import { checkFrontMatter, Fields } from './fields.ts'
import type { Lines } from './line.ts'
import { type Manner, mannerOf } from './outline.ts'
import { clausesByTitle, type PartReading, readPart, readZone } from './parts.ts'
import { pastedHead, pastedImprint, pastedTail, settlePasted } from './pasted.ts'
import { type PartPlan, planParts } from './plan.ts'
import { Report } from './problems.ts'
import { readLines } from './readLines.ts'
import { namesOfNote } from './tail.ts'

export interface BuildRequest {
  readonly uri: Uri
  readonly version: number
  readonly tree: SyntaxTree
  readonly profile: Profile
}

/**
 * The 公文 that a text is. Any text gives a document: what is missing is absent, what is odd becomes a problem, and every line
 * of the text is in an element, in a block or under a problem.
 */
export function buildDocument({ uri, version, tree, profile }: BuildRequest): GongwenDocument {
  const report = new Report(tree, uri, version)
  const fields = readFields(tree, report)
  const names = ['署名', '发文机关'].flatMap((key) => {
    const typed = fields.get(key)?.values
    return typed ?? toList(profile.defaults[key])
  })
  const lines = readLines(tree)
  const format = formatOf(fields, lines)
  const plans = planParts(lines, names)
  const untitled = format === '命令'
  const called = calledNames(lines, plans)
  const zones = plans.map((plan, index) => readZone(lines, plan, index === 0 ? [] : called, untitled && index === 0))
  const genre = deriveGenre(fields, zones[0]?.title, format)
  const runIn = runInOf(fields)
  const readings = plans.map((plan, index): PartReading => {
    const zone = zones[index] as NonNullable<(typeof zones)[number]>
    const clauses =
      index === 0 ? genre !== undefined && (findGenre(genre.value)?.clauses ?? false) : clausesByTitle(zone.title)
    const manner = mannerOf(clauses, runIn)
    return readPart({ lines, plan, zone, manner, report })
  })
  settle(readings, fields, { names, format, genre: genre?.value }, report)
  fields.offerProfile(profile)

  const { main, issued } = ownAttachments(readings, report)
  const issuers = deriveIssuers(fields)
  const approvers = fields.each('签发人', 'approver')
  const direction = deriveDirection(fields, genre, issuers, approvers, main.addressee, profile)
  return {
    uri,
    version,
    tree,
    format,
    ...(genre ? { genre } : {}),
    ...(direction ? { direction } : {}),
    head: deriveHead(fields, issuers, format, genre, main.adoption),
    issuers,
    approvers,
    main,
    issued,
    imprint: deriveImprint(fields, main.addressee),
    profile,
    problems: report.sorted(),
  }
}

function readFields(tree: SyntaxTree, report: Report): Fields {
  const fields = new Fields()
  report.takeSections()
  if (tree.frontMatter) {
    const read = readFrontMatter(tree.frontMatter)
    report.takeFrontMatter(read.problems)
    checkFrontMatter(read, report)
    fields.offerFrontMatter(tree.frontMatter, read)
  }
  return fields
}

function toList(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** 格式 as given; a pasted 某某令 with its 第N号 below makes an order too. */
function formatOf(fields: Fields, lines: Lines): GongwenDocument['format'] {
  const typed = fields.text('格式')
  if (typed === '信函' || typed === '命令' || typed === '纪要' || typed === '文件') return typed
  const [first, second] = lines
  return first?.kind === 'text' && /^[^，。：]{2,30}令$/.test(first.text) && second?.form === 'docNumber'
    ? '命令'
    : '文件'
}

function runInOf(fields: Fields): Manner['runIn'] {
  const typed = fields.text('段首句')
  return typed === '作标题' || typed === '不作标题' ? typed : '自动'
}

/** Names by which the text before a part calls it: the 附件说明, and 《…》 in the title. */
function calledNames(lines: Lines, plans: readonly PartPlan[]): readonly string[] {
  const notes = plans.flatMap(({ tail }) => namesOfNote(tail?.attachmentNote ?? []))
  const main = plans[0]
  const first = main ? lines.slice(main.from, Math.min(main.to, main.from + 8)) : []
  const title = first.map(({ text }) => text).join('')
  return [...notes, ...[...title.matchAll(/《([^《》]+)》/g)].map((match) => match[1] as string)]
}

function settle(
  readings: readonly PartReading[],
  fields: Fields,
  { names, format, genre }: { names: readonly string[]; format: GongwenDocument['format']; genre: string | undefined },
  report: Report,
): void {
  const [main] = readings
  if (!main) return
  const personal = format === '命令' || genre === '命令' || genre === '议案'
  const tails = readings.flatMap(({ plan }) => plan.tail ?? [])
  const pasted = [
    ...pastedHead(main.head, format),
    ...(main.plan.tail ? pastedTail(main.plan.tail, names, personal) : []),
    ...readings
      .slice(1)
      .flatMap(({ plan }) => (plan.tail && !plan.tail.date ? pastedTail(plan.tail, names, false) : [])),
    ...pastedImprint(tails.flatMap(({ imprint }) => imprint)),
  ]
  if (pasted.length > 0) settlePasted(pasted, fields, names, report)
}
