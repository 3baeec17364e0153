import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import type { Files } from '../ports/files.ts'
import type { Locks } from '../ports/locks.ts'
import type { Press } from '../press/press.ts'
import type { Uri } from '../text/finding.ts'

/** Where a command speaks: results to `out`, everything meant for people's eyes only to `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether someone watches `out` or `err` on a terminal, and whether colours are wanted there. */
  readonly outColour: boolean
  readonly errColour: boolean
  readonly errIsTerminal: boolean
  /** All of standard input, up to `limit` bytes. */
  readInput(limit: number): Promise<Uint8Array>
  /** Text of an inherited file descriptor, for secrets. */
  readDescriptor(descriptor: number): Promise<string>
  /** Asks on the terminal without echo; undefined when nobody sits there. */
  askSecret(question: string): Promise<string | undefined>
}

export interface PressSetup {
  /** Faces named by the user, by role. */
  readonly fonts: Readonly<Record<string, readonly string[]>>
  /** Folder outside of which no image is read. */
  readonly within: Uri
}

/** A face found for a role. */
export interface ListedFont {
  readonly role: string
  readonly family: string
  readonly origin: 'configured' | 'installed' | 'bundled'
  readonly substitute: boolean
  readonly embeddable: boolean
  readonly path?: string
  /** `used`: it is the role's face; `helps`: it has characters that the role's face lacks. */
  readonly state: 'used' | 'helps' | 'not-embeddable' | 'unreadable'
  /** How many 汉字 of GB 2312, of 通用规范汉字表 and of all it has; absent where none are asked of it. */
  readonly coverage?: { readonly gb2312: number; readonly common: number; readonly han: number }
  /** Of the role's face: how many of 通用规范汉字表 it lacks, and how many are lacking with the help of all others. */
  readonly lacking?: { readonly own: number; readonly afterHelp: number }
}

/** Threads that are all the same; each has the methods that the entry of its program gives it. */
export interface Threads {
  /**
   * Runs a method on the thread with the least to do. Rejects with a Failure when the thread is lost over it:
   * `thread-memory` or `thread-stopped`; the others and their work go on.
   */
  run(method: string, given: readonly unknown[]): Promise<unknown>
  /** Runs a method on every thread before anything that is asked later, also on threads that start later. */
  tell(method: string, given: readonly unknown[]): void
  close(): Promise<void>
}

/** All that the commands need of the machine; the entry point brings it, tests bring their own. */
export interface Host {
  readonly terminal: Terminal
  readonly files: Files
  /** Files of a folder only: reading outside of it is denied, also by way of links. */
  filesWithin(folder: Uri): Files
  readonly locks: Locks
  /** Certificates (DER) that the system trusts; empty where it has no store. */
  systemCertificates(): Promise<readonly Uint8Array[]>
  readonly crypto: Crypto
  readonly clock: Clock
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version: string
  /** Folder of the document templates. */
  readonly templates: Uri
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** A path as people type it, relative to the current folder. */
  toUri(path: string): Uri
  /** What the file is called in messages: relative to the current folder when it lies inside. */
  toPath(uri: Uri): string
  openPress(setup: PressSetup): Promise<Press>
  /** The faces that the press would try for each role, in that order. */
  listFonts(named: PressSetup['fonts']): Promise<readonly ListedFont[]>
  /** How many threads can work at the same time. */
  readonly cores: number
  /** Threads that can check files (`lintHand.ts`). */
  openThreads(size: number): Threads
  /** Runs the language server on standard input and output until the editor leaves. */
  serve(): Promise<void>
}
