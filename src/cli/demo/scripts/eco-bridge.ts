import type { ActionData } from '../../action-data.js';
import type { Parts, Script, Turn } from '../script.js';
import {
  agreed,
  dayAfter,
  finished,
  released,
  screened,
  selected,
  settledWith,
  withDocument,
} from '../turns.js';

const GRANT = '100000000';

function dataHandedIn({ applicant }: Parts, at = 'clinical.underWay'): Turn {
  return withDocument(
    { at, who: applicant, send: 'SUBMIT_GATE_DATA', leadsTo: 'clinical.gate' },
    '관문 자료 / Gate data',
  );
}

/** A stage up to its gate: the criteria are frozen before the data come in. */
function toTheGate(parts: Parts): Turn[] {
  return [
    {
      ...{ at: 'clinical.criteria', who: 'officer', send: 'FREEZE_CRITERIA', leadsTo: 'clinical.underWay' },
      data: async ({ put }) => ({ criteriaSha256: await put('관문 기준 / Gate criteria') }),
    },
    dataHandedIn(parts),
  ];
}

function gate(
  data: ActionData | ((now: string) => ActionData),
  leadsTo: string,
  clinicalStage: string,
): Turn {
  const said = typeof data === 'function' ? ({ now }: { readonly now: string }) => data(now) : data;
  const leaves = { clinicalStage };
  return { at: 'clinical.gate', who: 'committee', send: 'DECIDE_GATE', data: said, leadsTo, leaves };
}

/** The regulator stops the stage and lets it go on; what was left of its time is kept. */
function heldByTheRegulator(): Turn[] {
  const data = { authority: 'MFDS', reference: 'MFDS-CH-2027-03' };
  return [
    {
      ...{ at: 'clinical.criteria', who: 'regulator', send: 'CLINICAL_HOLD', data },
      leadsTo: 'clinicalHold',
    },
    { at: 'clinicalHold', who: 'regulator', send: 'LIFT_CLINICAL_HOLD', data, leadsTo: 'clinical.criteria' },
  ];
}

const condition = (now: string): ActionData => ({
  outcome: 'CONDITIONAL_GO',
  conditions: [
    {
      ...{ id: 'long-term-toxicity', due: dayAfter(now, 30) },
      text: { ko: '장기 독성시험 최종보고서 제출', en: 'Final report of the long-term toxicity study' },
    },
  ],
});

const conditionMet: Turn = {
  ...{ at: 'clinical.criteria', who: 'officer', send: 'MEET_CONDITION', leadsTo: 'clinical.criteria' },
  data: async ({ put }) => ({
    conditionId: 'long-term-toxicity',
    documentSha256: await put('장기 독성시험 최종보고서 / Long-term toxicity report'),
  }),
};

const hold = (now: string): ActionData => ({
  ...{ outcome: 'HOLD', until: dayAfter(now, 60), basis: '투여군 추가 자료가 필요합니다.' },
});

/** Eco-Bridge from IND-enabling studies to phase 1: GO, RECYCLE, a clinical hold, CONDITIONAL_GO, HOLD, GO. */
export const ecoBridge: Script = {
  name: 'Eco-Bridge',
  track: 'ecoBridge',
  partnerId: 'partner-pharma-a',
  application: { entryStage: 'ind-enabling', targetStage: 'phase-1' },
  turns: (parts) => [
    ...screened('underEvaluation.unassigned'),
    selected(GRANT, 'agreementPending.open'),
    ...agreed(parts, 'clinical.criteria'),
    ...released(parts, 1),
    ...toTheGate(parts),
    gate({ outcome: 'GO' }, 'clinical.criteria', 'ind-filing'),
    ...released(parts, 2),
    ...toTheGate(parts),
    gate({ outcome: 'RECYCLE', toStage: 'ind-enabling' }, 'clinical.criteria', 'ind-enabling'),
    ...heldByTheRegulator(),
    ...toTheGate(parts),
    gate({ outcome: 'GO' }, 'clinical.criteria', 'ind-filing'),
    ...toTheGate(parts),
    gate(condition, 'clinical.criteria', 'phase-1'),
    conditionMet,
    ...released(parts, 3),
    ...toTheGate(parts),
    gate(hold, 'clinical.hold', 'phase-1'),
    dataHandedIn(parts, 'clinical.hold'),
    gate({ outcome: 'GO' }, 'finalReport.open', 'phase-1'),
    ...finished(parts),
    ...[1, 2, 3].flatMap((no) => settledWith(parts, no)),
    { until: 'closed' },
  ],
  ends: {
    state: 'closed',
    tranches: ['released', 'released', 'released'],
    ...{ released: GRANT, returned: '0' },
  },
};
