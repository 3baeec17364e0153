/** How long a document may be: 《整治形式主义为基层减负若干规定》. */
import type { BodyBlock, GongwenDocument } from '../../model/document.ts'
import type { At } from '../../syntax/tree.ts'
import { message } from '../../text/message.ts'
import { rule } from '../define.ts'
import { runFacts, runsOf } from '../engine/runs.ts'
import type { Rule } from '../rule.ts'
import { lastTitleLine } from './titleText.ts'

/** 中央 and 国务院 documents set policy for the country; the limits are for those of places and departments. */
const CENTRAL = /^(?:中共中央|国务院|全国人民代表大会|中央|中华人民共和国(?:主席|国务院))/
/** These 文种 set out work as a whole or are not what the limits are about. */
const COMPREHENSIVE = new Set(['意见', '决定', '决议', '公报'])
const OTHER = new Set(['命令', '议案', '纪要', '公告', '通告'])

/** The characters of the main text, tables aside; a sum of sums, so that a keystroke does not count the text. */
export function mainLength({ main }: GongwenDocument): number {
  return runsOf(main).reduce((sum, run) => sum + lengthOf(run), 0)
}

const lengthOf = runFacts(({ blocks }) => blocks.reduce((sum, block) => sum + blockLength(block), 0))

function blockLength(block: BodyBlock): number {
  return block.kind === 'table' || block.kind === 'figure' ? 0 : block.at.span.end - block.at.span.start
}

/** The title of a document of this kind that is longer than the limit, with its length in characters. */
function tooLong(
  document: GongwenDocument,
  kind: 'comprehensive' | 'special',
  limit: number,
): { readonly at: At; readonly length: number } | undefined {
  const { genre, main, issuers } = document
  const at = main.title && lastTitleLine(main.title)
  if (!at || !main.title || !genre || OTHER.has(genre.value)) return undefined
  if (COMPREHENSIVE.has(genre.value) !== (kind === 'comprehensive')) return undefined
  if (CENTRAL.test(main.title.value.join('')) || issuers.some(({ value }) => CENTRAL.test(value))) return undefined
  const length = mainLength(document)
  return length > limit ? { at, length } : undefined
}

const LONG = '各县区要加强领导，落实责任，按时完成任务。'.repeat(300)

interface Limited {
  readonly id: string
  readonly name: string
  readonly kind: 'comprehensive' | 'special'
  /** What the limit is about, as the message calls it. */
  readonly about: string
  /** Characters of the main text. */
  readonly limit: number
  /** A 文种 of this kind, and one of the other. */
  readonly genre: string
  readonly otherGenre: string
}

/** A rule about the length of one kind of document; offices may set another limit. */
export function lengthRule({ id, name, kind, about, limit, genre, otherGenre }: Limited): Rule {
  const titled = (organ: string, of: string, text: string) => `# ${organ}关于推进安全生产的${of}\n\n${text}\n`
  return rule({
    id,
    name,
    group: '篇幅',
    clause: '《整治形式主义为基层减负若干规定》',
    strength: '规定',
    severity: 'hint',
    fix: 'none',
    scope: 'document',
    due: 'always',
    options: {
      type: 'object',
      properties: {
        字数: {
          type: 'integer',
          default: limit,
          minimum: 100,
          maximum: 100000,
          description: '正文多于这个字数时提醒。',
        },
      },
    },
    examples: [
      {
        bad: titled('某某市人民政府', genre, LONG.slice(0, 200)),
        profile: `规则:\n  ${id}:\n    字数: 150\n`,
        reports: 1,
      },
      { bad: titled('某某市人民政府', genre, LONG), reports: 1 },
      { quiet: titled('某某市人民政府', genre, '各县区要加强领导，落实责任。') },
      { quiet: titled('某某市人民政府', otherGenre, LONG) },
      { quiet: titled('国务院办公厅', genre, LONG) },
    ],
    visit: {
      document(document, { options, report }) {
        const found = tooLong(document, kind, options.字数 as number)
        if (!found) return
        report({
          at: found.at,
          message: message(
            '正文约{0}字，{1}一般不超过{2}字，请核对能不能精简（《整治形式主义为基层减负若干规定》）。',
            found.length,
            message(about),
            limit,
          ),
        })
      },
    },
  })
}
