import { directiveFromMarkdown } from 'mdast-util-directive'
import type { CompileContext, Extension as MdastExtension, Token } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { directive } from 'micromark-extension-directive'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Code, Construct, Effects, Extension, State, TokenizeContext, TokenType } from 'micromark-util-types'
import { DIRECTIVE_NAMES } from './directiveNames.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    gongwenComment: 'gongwenComment'
    gongwenBoxEnd: 'gongwenBoxEnd'
  }
}

const COLON = 58
const LESS_THAN = 60
const PIPE = 124

/** Everything of Markdown that is not of the dialect: its characters stay text. */
const SWITCHED_OFF = [
  'list',
  'codeIndented',
  'setextUnderline',
  'blockQuote',
  'codeFenced',
  'codeText',
  'definition',
  'thematicBreak',
  'characterReference',
  'autolink',
  'labelStartLink',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
]

function isEnd(code: Code): boolean {
  return code === null || code < -2
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32
}

/** Consumes the spaces up to the end of the line; `nok` if anything else comes. */
function spacesToEnd(effects: Effects, ok: State, nok: State): State {
  return start
  function start(code: Code): State | undefined {
    if (isEnd(code)) return ok(code)
    if (!isSpace(code)) return nok(code)
    effects.enter('whitespace')
    return inside(code)
  }
  function inside(code: Code): State | undefined {
    if (isSpace(code)) {
      effects.consume(code)
      return inside
    }
    effects.exit('whitespace')
    return isEnd(code) ? ok(code) : nok(code)
  }
}

const lineSuffix: Construct = { partial: true, tokenize: spacesToEnd }

/** A line is a paragraph: it ends at its line end, and nothing before or behind it changes how it is read. */
function line(rejectsPipe: boolean): Construct {
  return { name: 'gongwenLine', tokenize }

  function tokenize(effects: Effects, ok: State, nok: State): State {
    return start
    function start(code: Code): State | undefined {
      effects.enter('paragraph')
      effects.enter('chunkText', { contentType: 'text' })
      return inside(code)
    }
    function inside(code: Code): State | undefined {
      if (isEnd(code)) return done(code)
      if (rejectsPipe && code === PIPE) return nok(code)
      if (isSpace(code)) return effects.check(lineSuffix, done, spaces)(code)
      effects.consume(code)
      return inside
    }
    function spaces(code: Code): State | undefined {
      if (!isSpace(code)) return inside(code)
      effects.consume(code)
      return spaces
    }
    function done(code: Code): State | undefined {
      effects.exit('chunkText')
      effects.exit('paragraph')
      return spacesToEnd(effects, ok, nok)(code)
    }
  }
}

/** `<!-- … -->` alone on its line. Anything looser would let a forgotten `-->` swallow the document. */
const comment: Construct = {
  name: 'gongwenComment',
  concrete: true,
  tokenize(effects, ok, nok) {
    const opening = '<!--'
    let matched = 0
    return start
    function start(code: Code): State | undefined {
      effects.enter('gongwenComment')
      return open(code)
    }
    function open(code: Code): State | undefined {
      if (code !== opening.charCodeAt(matched)) return nok(code)
      effects.consume(code)
      matched++
      return matched === opening.length ? inside : open
    }
    function inside(code: Code): State | undefined {
      if (isEnd(code)) return nok(code)
      effects.consume(code)
      return code === 45 ? dash : inside
    }
    function dash(code: Code): State | undefined {
      if (code !== 45) return inside(code)
      effects.consume(code)
      return dashes
    }
    function dashes(code: Code): State | undefined {
      if (code === 45) {
        effects.consume(code)
        return dashes
      }
      if (code !== 62) return inside(code)
      effects.consume(code)
      effects.exit('gongwenComment')
      return spacesToEnd(effects, ok, nok)
    }
  },
}

/** A line of three or more colons; the tree transform pairs it with the box that it closes. */
const boxEnd: Construct = {
  name: 'gongwenBoxEnd',
  tokenize(effects, ok, nok) {
    let size = 0
    return start
    function start(code: Code): State | undefined {
      effects.enter('gongwenBoxEnd')
      return colons(code)
    }
    function colons(code: Code): State | undefined {
      if (code === COLON) {
        effects.consume(code)
        size++
        return colons
      }
      if (size < 3) return nok(code)
      effects.exit('gongwenBoxEnd')
      return spacesToEnd(effects, ok, nok)(code)
    }
  },
}

/** Looks whether `::` is followed by a name of the dialect. */
const knownName: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let read = ''
    return start
    function start(code: Code): State | undefined {
      effects.enter('data')
      return inside(code)
    }
    function inside(code: Code): State | undefined {
      if (code !== null && code >= 0 && read.length < 4) {
        read += String.fromCharCode(code)
        effects.consume(code)
        if (!DIRECTIVE_NAMES.includes(read.slice(2))) return inside
        effects.exit('data')
        return ok
      }
      return nok(code)
    }
  },
}

/** Leaf directives of the dialect. Boxes are read as leaves too (the pre-pass leaves them two colons) and paired by the tree transform. */
function dialectDirectives(): Construct[] {
  const leaves = [directive().flow?.[COLON] ?? []].flat().filter((each) => !each.concrete)
  return leaves.map((leaf) => ({
    ...leaf,
    name: 'gongwenDirective',
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return effects.check(knownName, leaf.tokenize.call(this, effects, ok, nok), nok)
    },
  }))
}

/** What the dialect adds to and takes from micromark, in the order of the ecosystem's `extensions`. */
export function gongwenSyntax(): Extension[] {
  return [
    { disable: { null: SWITCHED_OFF } },
    { flow: { null: [{ ...line(false), add: 'after' }] } },
    gfmTable(),
    { flow: { null: line(true), [LESS_THAN]: comment, [COLON]: [boxEnd, ...dialectDirectives()] } },
    cjkFriendlyExtension(),
  ]
}

/** How the tokens become mdast nodes. */
export function gongwenFromMarkdown(): MdastExtension[] {
  return [
    gfmTableFromMarkdown(),
    directiveFromMarkdown(),
    own('gongwenComment', 'comment'),
    own('gongwenBoxEnd', 'boxEnd'),
  ]
}

function own(token: TokenType, type: string): MdastExtension {
  return {
    enter: {
      [token](this: CompileContext, at: Token) {
        this.enter({ type, value: '' } as never, at)
      },
    },
    exit: {
      [token](this: CompileContext, at: Token) {
        this.exit(at)
      },
    },
  }
}
