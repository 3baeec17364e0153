import type { Profile } from '../profile/profile.ts'

/** What is asked of the pages by who prints them, not by the office. */
export interface PrintWishes {
  /** 双面: 版记 on a back side, whose binding edge is at the right (GB/T 9704—2012 6.2, 7.4.1). */
  readonly duplex?: boolean
  /** 套打: onto paper with a printed 版头. */
  readonly preprinted?: boolean
}

/** The office's settings, with what is asked of the pages. */
export function printed(profile: Profile, { duplex, preprinted }: PrintWishes): Profile {
  const layout = {
    ...profile.layout,
    ...(duplex && { duplex: true, mirrored: true }),
    ...(preprinted && { preprinted: true }),
  }
  return { ...profile, layout }
}
