/**
 * A machine's context from its input. XState's pure `transition` first builds an actor without any input, and looks at
 * nothing of it: to throw there, as a missing input would, took three quarters of every step's time.
 */
export function contextFrom<Input, Context>(make: (input: Input) => Context) {
  return ({ input }: { readonly input: Input }): Context =>
    input === undefined ? ({} as Context) : make(input);
}
