import { spawn } from 'node:child_process'
import { ProgramError, type RunProgram } from '../ports/program.ts'

export const nodePrograms: RunProgram = ([program = '', ...args], input, { milliseconds, bytes }) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], shell: false, windowsHide: true })
    const chunks: Uint8Array[] = []
    let total = 0
    const fail = (code: ProgramError['code'], cause?: unknown): void => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new ProgramError(code, cause))
    }
    const timer = setTimeout(() => fail('slow'), milliseconds)
    child.on('error', (error) => fail('missing', error))
    child.stdout.on('data', (chunk: Uint8Array) => {
      chunks.push(chunk)
      total += chunk.length
      if (total > bytes) fail('too-large')
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve(new Uint8Array(Buffer.concat(chunks)))
      else reject(new ProgramError('failed', code))
    })
    // A program that does not read what it is given says so by its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
