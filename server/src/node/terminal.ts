import { createReadStream } from 'node:fs'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const BACKSPACE = '\u007F'

/** https://no-color.org: any value but the empty one turns colours off. */
function wantsColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
}

async function readAll(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of stream) {
    total += chunk.length
    if (total > limit) throw new Failure('too-large', message('标准输入太大，没有读取。请确认内容没有选错。'))
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** No password is longer; what is, comes from a wrong descriptor. */
const SECRET_LIMIT = 10_000

async function readDescriptor(descriptor: number): Promise<string> {
  try {
    const stream = createReadStream('', { fd: descriptor, autoClose: descriptor > 2 })
    return new TextDecoder().decode(await readAll(stream, SECRET_LIMIT))
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('no-password', message('文件描述符 {0} 读不出密码，请检查编号。', descriptor), error)
  }
}

/** Reads a line key by key, so that the terminal shows nothing of it. */
function askSecret(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return Promise.resolve(undefined)
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  return new Promise((resolve) => {
    let typed = ''
    const finish = (): void => {
      stdin.off('data', onData)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
    }
    const onData = (keys: string): void => {
      for (const key of keys) {
        if (key === CTRL_C) {
          finish()
          process.kill(process.pid, 'SIGINT')
          return
        }
        if (key === '\r' || key === '\n' || key === CTRL_D) {
          finish()
          resolve(typed)
          return
        }
        typed = key === BACKSPACE ? [...typed].slice(0, -1).join('') : typed + key
      }
    }
    stdin.on('data', onData)
  })
}

/** The process's standard streams, as the command line uses them. */
export function nodeTerminal() {
  const { stdout, stderr } = process
  return {
    out: (text: string): void => {
      stdout.write(text)
    },
    err: (text: string): void => {
      stderr.write(text)
    },
    outColour: wantsColour(stdout),
    errColour: wantsColour(stderr),
    errIsTerminal: stderr.isTTY === true,
    readInput: (limit: number) => readAll(process.stdin, limit),
    readDescriptor,
    askSecret,
  }
}
