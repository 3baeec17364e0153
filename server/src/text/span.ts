/** A half-open range of UTF-16 code units: `start` is inside, `end` is the first unit outside. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The same range counted from a place `by` units earlier. */
export function shift(span: Span, by: number): Span {
  return by === 0 ? span : { start: span.start + by, end: span.end + by }
}

/** Whether `inner` lies wholly inside `outer`; an empty span at either edge does. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Whether the two share a code unit, or one is empty and stands inside or at the edge of the other. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** Whether the two share a code unit. An empty one stands for the place before the unit that it points at. */
export function intersects(a: Span, b: Span): boolean {
  return a.start < endOf(b) && b.start < endOf(a)
}

function endOf({ start, end }: Span): number {
  return Math.max(end, start + 1)
}
