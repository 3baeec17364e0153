// In place of unicode-properties: all that fontkit asks of it without shaping.
module.exports = { isMark: (codePoint) => /\p{M}/u.test(String.fromCodePoint(codePoint)) }
