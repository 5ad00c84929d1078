/** Something that isn't as the charts promise: it ends its project's play and makes the demonstration fail. */
export class Difference extends Error {
  override readonly name = 'Difference';
}
