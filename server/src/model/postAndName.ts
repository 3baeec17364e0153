export interface PostAndName {
  /** Empty where only a name is written. */
  readonly post: string
  readonly name: string
}

/**
 * What a 签署人 says: `省长 唐某某` and, spaced out, `省　长 唐某某`. The last piece is the name, with the one before it
 * where it is a single character, as in `市长 张 三`.
 */
export function splitPostAndName(text: string): PostAndName {
  const pieces = text.split(/[\s\u3000]+/).filter((piece) => piece !== '')
  const nameSize = (pieces.at(-1) ?? '').length === 1 && pieces.length > 2 ? 2 : 1
  const post = pieces.slice(0, -nameSize)
  const spaced = post.every((piece) => piece.length === 1)
  return { post: post.join(spaced ? '' : ' '), name: pieces.slice(-nameSize).join('') }
}
