import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge } from '../../support/judges.ts'

/** The default identity (GB/T 35276—2017 clause 10), which OpenSSL has to be told. */
const IDENTITY = 'distid:1234567812345678'

/** OpenSSL in a folder of its own. */
export interface Bench {
  put(name: string, bytes: Uint8Array | string): string
  bytes(name: string): Uint8Array
  /** Runs `openssl`; every argument that starts with `@` is a file of the folder. */
  run(...args: readonly string[]): { readonly code: number | null; readonly stdout: string; readonly stderr: string }
  /** The same, and it must succeed. */
  make(...args: readonly string[]): void
}

/** @param work gets the folder, which is gone afterwards */
export async function withOpenssl<T>(work: (bench: Bench) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-sm2-'))
  const at = (name: string): string => join(folder, name)
  const run: Bench['run'] = (...args) =>
    judge(
      'openssl',
      args.map((arg) => (arg.startsWith('@') ? at(arg.slice(1)) : arg)),
    )
  try {
    return await work({
      put(name, bytes) {
        writeFileSync(at(name), bytes)
        return at(name)
      },
      bytes: (name) => new Uint8Array(readFileSync(at(name))),
      run,
      make(...args) {
        const { code, stderr } = run(...args)
        assert.equal(code, 0, `${args.join(' ')}: ${stderr}`)
      },
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** An SM2 key pair of OpenSSL's: `key.pem`, and as DER for us. */
export function makeKey(bench: Bench): { readonly pkcs8: Uint8Array; readonly spki: Uint8Array } {
  bench.make('genpkey', '-algorithm', 'SM2', '-out', '@key.pem')
  bench.make('pkcs8', '-topk8', '-nocrypt', '-in', '@key.pem', '-outform', 'DER', '-out', '@key.der')
  bench.make('pkey', '-in', '@key.pem', '-pubout', '-outform', 'DER', '-out', '@public.der')
  return { pkcs8: bench.bytes('key.der'), spki: bench.bytes('public.der') }
}

/** A signature by OpenSSL with the default identity. */
export function opensslSign(bench: Bench, text: Uint8Array): Uint8Array {
  bench.put('text', text)
  const algorithm = ['-rawin', '-digest', 'sm3', '-pkeyopt', IDENTITY]
  bench.make('pkeyutl', '-sign', '-inkey', '@key.pem', ...algorithm, '-in', '@text', '-out', '@signature')
  return bench.bytes('signature')
}

/** What OpenSSL says of a signature, with the default identity. */
export function opensslVerifies(bench: Bench, spki: Uint8Array, signature: Uint8Array, text: Uint8Array): boolean {
  bench.put('theirs.der', spki)
  bench.put('text', text)
  bench.put('signature', signature)
  const key = ['-pubin', '-keyform', 'DER', '-inkey', '@theirs.der']
  const algorithm = ['-rawin', '-digest', 'sm3', '-pkeyopt', IDENTITY]
  return bench.run('pkeyutl', '-verify', ...key, ...algorithm, '-in', '@text', '-sigfile', '@signature').code === 0
}
