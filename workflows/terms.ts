import type { ChartState } from '../src/charts/kernel/types.js';
import type { SubjectInput } from '../src/contract/messages.js';

/** What is known of a case without its edition's terms: they never change, and the hash in its identity names them. */
export function withoutTerms({ terms: _terms, ...facts }: ChartState['context']): ChartState['context'] {
  return facts;
}

/** A carried state with the terms that the subject was begun with. */
export function withTerms(state: ChartState, { facts }: SubjectInput): ChartState {
  return 'terms' in facts ? { ...state, context: { ...state.context, terms: facts['terms'] } } : state;
}
