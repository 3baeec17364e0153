/** Put in by the build from package.json, of which the bundles need nothing else. */
declare const HONGTOU_VERSION: string | undefined

/** The version of this program; run from its sources it has none yet. */
export const version = typeof HONGTOU_VERSION === 'string' ? HONGTOU_VERSION : '0.0.0'
