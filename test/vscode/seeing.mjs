// What somebody who sees little, or hears the screen, needs of a page of ours; each returns what lacks it, as text.

/** Controls that a screen reader could not name. */
export const nameless = (frame) =>
  frame.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea, a[href], [tabindex="0"], [role]')]
      .filter((each) => {
        const labels = each.labels ? [...each.labels].map((label) => label.textContent).join('') : ''
        const name = each.getAttribute('aria-label') || labels || each.textContent || each.getAttribute('title') || ''
        // A place for messages has its words only when there is something to say.
        return name.trim() === '' && each.getAttribute('role') !== 'status'
      })
      .map((each) => each.outerHTML.slice(0, 120)),
  )

/**
 * Words that stand out less than 7:1 from what is behind them (WCAG 2.2, 1.4.6), and controls whose outline, when a key brings
 * the focus there, stands out less than 3:1 (1.4.11).
 */
export const faint = (frame) =>
  frame.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    /** What is seen when these colours lie one over the other, the lowest first. */
    const seen = (colours) => {
      pen.clearRect(0, 0, 1, 1)
      for (const colour of colours) {
        pen.fillStyle = colour
        pen.fillRect(0, 0, 1, 1)
      }
      return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3)
    }
    const light = (rgb) => {
      const [r, g, b] = rgb.map((each) => (each <= 10 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const ratio = (one, other) => {
      const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
      return (bright + 0.05) / (dark + 0.05)
    }
    // A page lies on the window's own colour.
    const style = getComputedStyle(document.documentElement)
    const ground = style.getPropertyValue('--vscode-editor-background').trim()
    const behind = (element) => {
      const layers = []
      for (let each = element; each; each = each.parentElement) layers.unshift(getComputedStyle(each).backgroundColor)
      return [ground, ...layers]
    }
    const found = []
    const told = (what, element, of) => found.push(`${what} ${of.toFixed(1)}: ${element.outerHTML.slice(0, 100)}`)
    const isSeen = (element) => element.checkVisibility() && !element.closest('caption, .page')
    for (const element of document.body.querySelectorAll('*')) {
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')
      if (!isSeen(element) || element.tagName === 'OPTION' || !(words || element.value)) continue
      const layers = behind(element)
      const of = ratio(seen([...layers, getComputedStyle(element).color]), seen(layers))
      if (of < 7) told('words', element, of)
    }
    for (const element of document.body.querySelectorAll('button, input, select, textarea, a[href], [tabindex="0"]')) {
      if (!isSeen(element)) continue
      element.focus({ focusVisible: true })
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
      const layers = behind(element.parentElement)
      const of =
        outlineStyle === 'none' || outlineWidth === '0px' ? 1 : ratio(seen([...layers, outlineColor]), seen(layers))
      if (of < 3) told('outline', element, of)
    }
    document.activeElement?.blur()
    return found
  })
