// The one copy of fontkit. `import` would take its ESM build while the PDF painter requires the CommonJS one, and a
// format that is registered in one is unknown to the other.
import fontkit = require('fontkit')
export = fontkit
