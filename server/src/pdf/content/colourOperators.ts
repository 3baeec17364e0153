import { nameOf } from '../objects.ts'
import { type Colour, colourIn, grey } from './colour.ts'
import { numeric, type Operator, resource } from './run.ts'

/** `g`, `rg`, `k` and their like: a colour in a device's space, which becomes the space. */
export function setColour(
  key: 'fill' | 'stroke',
  space: string,
  make: (numbers: readonly number[]) => Colour,
): Operator {
  return (run, operands) => {
    run.state[`${key}Space`] = { kind: 'name', name: space }
    run.state[key] = make(numeric(operands))
  }
}

/** `cs`, `CS`: a space, whose colour is black until another is set. */
export function setSpace(key: 'fill' | 'stroke'): Operator {
  return (run, [operand]) => {
    const name = nameOf(operand)
    run.state[`${key}Space`] = (name !== undefined && resource(run, 'ColorSpace', name)) || operand || null
    run.state[key] = grey(0)
  }
}

/** `sc`, `SC` and their like: a colour in the space that is set. */
export function setComponents(key: 'fill' | 'stroke'): Operator {
  return (run, operands) => {
    run.state[key] = colourIn(run.view, run.state[`${key}Space`], numeric(operands))
  }
}
