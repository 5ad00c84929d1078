import { defineSearchAttributeKey } from '@temporalio/common';
import type { SearchAttributePair } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import { pathOf } from '../src/charts/kernel/step.js';
import { TEND_CLOCKS } from '../src/charts/kernel/types.js';
import type { ChartState } from '../src/charts/kernel/types.js';
import type { SubjectIdentity } from '../src/contract/messages.js';
import { SEARCH_ATTRIBUTES as TYPES } from '../src/contract/search-attributes.js';

const TRACK = defineSearchAttributeKey('Track', TYPES.Track);
const EDITION = defineSearchAttributeKey('Edition', TYPES.Edition);
const COMPANY = defineSearchAttributeKey('Company', TYPES.Company);
const STATE = defineSearchAttributeKey('State', TYPES.State);
const STAGE = defineSearchAttributeKey('Stage', TYPES.Stage);
const NEXT_DUE = defineSearchAttributeKey('NextDue', TYPES.NextDue);

/** What Temporal's own list says of a subject from its start on; nothing personal. */
export function shownFromTheStart(identity: SubjectIdentity): SearchAttributePair[] {
  return [
    { key: TRACK, value: identity.track },
    { key: EDITION, value: identity.editionId },
    { key: COMPANY, value: identity.companyId },
  ];
}

/** Whoever looks at Temporal's own list sees where a subject stands; written only when it changed. */
export class Shown {
  #last = '';

  /** Shows where a subject stands now. */
  show({ value, deadlines, context }: ChartState): void {
    const path = pathOf(value);
    const [nextDue] = Object.entries(deadlines)
      .flatMap(([event, { due }]) => (event === TEND_CLOCKS ? [] : [due]))
      .sort();
    const stage = typeof context['stage'] === 'number' ? context['stage'] : null;
    const shown = `${path} ${stage} ${nextDue}`;
    if (shown === this.#last) return;
    this.#last = shown;
    upsertSearchAttributes([
      { key: STATE, value: path },
      { key: STAGE, value: stage },
      { key: NEXT_DUE, value: nextDue ? new Date(nextDue) : null },
    ]);
  }
}
