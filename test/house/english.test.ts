import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HUMAN_CHECKS } from '../../server/src/rules/checklist/humanChecks.ts'
import { RULE_CHECKS } from '../../server/src/rules/checklist/ruleChecks.ts'
import { RULES } from '../../server/src/rules/registry.ts'
import { FRONT_MATTER_KEYS, NOT_KEYS } from '../../server/src/standard/frontMatterKeys.ts'
import { GENRE_USES } from '../../server/src/standard/genreUses.ts'
import { PRINTED_ELEMENTS } from '../../server/src/standard/printedElements.ts'
import type { Finding, Message } from '../../server/src/text/finding.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { ENGLISH, ENGLISH_FILES, withInner } from '../support/english.ts'
import { draft, issue } from '../support/rules.ts'

// The law: whatever an editor can be told in Chinese, it can be told in English.

/** Rooms whose sentences reach an editor. */
const ROOMS = 'rules features lsp syntax model profile workspace fonts press render pdf sign measure record'.split(' ')
/** Known to the command line alone, which speaks Chinese: making and judging electronic seals, and what an archive is tested for. */
const ELSEWHERE = /^(?:seal|archive)[\\/]/

function codeOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !ELSEWHERE.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, ''))
}

const LITERAL = /'((?:\\.|[^'\\\n])*)'/g
const unquoted = (text: string) => text.replace(/\\(.)/g, '$1')
const literals = (code: string): readonly string[] =>
  [...code.matchAll(LITERAL)].map((match) => unquoted(match[1] as string))

const HAN = /\p{Script=Han}/u
/** What 办文 in the editor does is done by these, which otherwise belong to the command line. */
const OFFICE = [
  'archive',
  'attachedFiles',
  'existing',
  'processLog',
  'recordAdd',
  'sourceText',
  'takeNumber',
  'trusted',
]
/** Said at a command line alone. */
const TYPED = /hongtou [a-z]|(?:^|\s)--?[a-z]/
const office = OFFICE.map((name) => readFileSync(join('server/src/cli', `${name}.ts`), 'utf8'))
const saidOfOffice = office
  .flatMap((text) =>
    [...text.matchAll(/\bmessage\(\s*'((?:\\.|[^'\\\n])+)'/g)].map((match) => unquoted(match[1] as string)),
  )
  .filter((text) => !TYPED.test(text))
const code = ROOMS.flatMap((room) => codeOf(join('server/src', room)))
/** Sentences that stand in documents, and what options are for, which only the Chinese pages of the rules say. */
const NOT_SAID =
  /^(?:抄送|签发人|发文机关): |^各县区要|^.{2,8}请?.{0,5}(?:函复|审议|批示)。$|^此复。$|^(?:正文|抄送机关)多于这个/
/** A literal that says something: `message('…')`, what is wrong with a PDF or a picture, the title of a fix. */
const SAYING =
  /(?:\b(?:message|damaged|tooLarge|unfit)\(|\bfix\(\s*'(?:safe|suggestion)',|\btitle:)\s*'((?:\\.|[^'\\\n])+)'/g
/** And besides advice on a word, whole sentences, and all with blanks to fill in. */
const said = [
  ...code.flatMap((text) => [...text.matchAll(SAYING)].map((match) => unquoted(match[1] as string))),
  ...code.flatMap((text) =>
    [...text.matchAll(/instead: '([^'\n]+)',\s+advice: true/g)].map(([, advice = '']) => advice),
  ),
  ...NOT_KEYS.values(),
  ...code
    .flatMap(literals)
    .filter((text) => HAN.test(text) && (/\{\d\}/.test(text) || (/。$/.test(text) && !NOT_SAID.test(text)))),
]
const written = new Set(codeOf('server/src').flatMap(literals))
const blanks = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort()
const missing = (texts: readonly string[]) =>
  [...new Set(texts)].filter((text) => HAN.test(text) && ENGLISH[text] === undefined)

describe('English texts of what rules and elements say', () => {
  it('are there for every sentence of the source', () => {
    assert.ok(said.length > 500)
    assert.deepEqual(missing(said), [])
  })

  it('are there for what 办文 says that the command line says too', () => {
    assert.ok(saidOfOffice.length > 15)
    assert.deepEqual(missing(saidOfOffice), [])
  })

  it('are there for rules, their groups and clauses, for keys, printed elements and 文种', () => {
    assert.deepEqual(missing(RULES.flatMap(({ name, group, clause, strength }) => [name, group, clause, strength])), [])
    assert.deepEqual(missing(FRONT_MATTER_KEYS.flatMap(({ key, description }) => [key, description])), [])
    assert.deepEqual(missing(Object.values(PRINTED_ELEMENTS).flatMap((each) => Object.values(each))), [])
    assert.deepEqual(missing(Object.values(GENRE_USES).map(({ use }) => use)), [])
  })

  it('are there for every line of 核稿清单', () => {
    assert.deepEqual(missing(RULE_CHECKS.flatMap(({ group, text, clause }) => [group, text, clause])), [])
    assert.deepEqual(
      missing(HUMAN_CHECKS.flatMap(({ group, text, clause, reason }) => [group, text, clause, reason])),
      [],
    )
  })

  it('have the same blanks to fill in, and are no Chinese', () => {
    for (const [text, english] of Object.entries(ENGLISH)) {
      assert.deepEqual(blanks(english), blanks(text), text)
      assert.ok(!HAN.test(text) || !HAN.test(english) || /[a-zA-Z]/.test(english), text)
    }
  })

  it('are there once, and for no text that is gone', () => {
    const keys = ENGLISH_FILES.flatMap(({ texts }) => Object.keys(texts))
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    )
    const own = ENGLISH_FILES.filter(({ name }) => name !== 'bundle').flatMap(({ texts }) => Object.keys(texts))
    assert.deepEqual(
      own.filter((key) => !written.has(key)),
      [],
    )
  })

  it('are what every example of every rule is told in', () => {
    const told = new Map<string, Message>()
    for (const { examples } of RULES) {
      for (const example of examples) {
        const text = 'bad' in example ? example.bad : example.quiet
        for (const message of [...draft(text), ...issue(text)].flatMap(messagesOf)) told.set(message.template, message)
      }
    }
    assert.ok(told.size > 250)
    for (const message of told.values()) {
      assert.ok(ENGLISH[message.template] !== undefined, message.template)
      assert.match(formatMessage(message, ENGLISH), /[a-z]/i)
    }
  }).timeout(60_000)
})

function messagesOf({ message, fixes, related = [] }: Finding): readonly Message[] {
  return [message, ...fixes.map(({ title }) => title), ...related.map((each) => each.message)].flatMap(withInner)
}
