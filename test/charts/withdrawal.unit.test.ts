import { describe, test } from 'vitest';
import { endsAs, isNotOffered, isRefused, leadsTo, notices } from './support/expected.js';
import { given, inState } from './support/given.js';
import { refusing } from './support/lives.js';
import { applicant, committee, officer, partner, passes } from './support/moves.js';
import type { Subject } from '../../src/contract/names.js';

const WITHDRAW = applicant('WITHDRAW', { reason: '사정이 바뀌었습니다.' });
const OBJECT = applicant('FILE_OBJECTION', { ground: 'misreading', statement: '잘못 읽었습니다.' });

describe('Before the agreement is in force', () => {
  const STATES: readonly [Subject, string][] = [
    ['mitIlpProject', 'submitted'],
    ['autonomousProject', 'priorityCheck'],
    ['structuredProject', 'underEvaluation.unassigned'],
    ['ecoBridgeProject', 'deliberation'],
    ['structuredProject', 'roadmap.drafting'],
    ['structuredProject', 'roadmap.awaitingCoSignature'],
    ['structuredProject', 'roadmapEvaluation.unassigned'],
    ['ecoBridgeProject', 'agreementPending.open'],
    ['mitIlpProject', 'agreementPending.signed'],
  ];
  test.each(STATES)('a firm may withdraw: %s in %s', (subject, path) => {
    inState(subject, path).when(WITHDRAW).then(endsAs('withdrawn'), notices('company-0001: withdrawn'));
  });

  test('also from a no, an objection, a plan revision or an overdue agreement', () => {
    const notSelected = inState('structuredProject', 'deliberation').and(committee('REJECT', refusing));
    notSelected.when(WITHDRAW).then(endsAs('withdrawn'));
    notSelected.and(OBJECT).when(WITHDRAW).then(endsAs('withdrawn'));
    const open = inState('structuredProject', 'agreementPending.open');
    open.and(passes('agreement')).when(WITHDRAW).then(endsAs('withdrawn'));
    open
      .and(officer('REQUEST_PLAN_REVISION', { reason: '고쳐 주십시오.' }))
      .when(WITHDRAW)
      .then(endsAs('withdrawn'));
  });

  test('nobody withdraws for it', () => {
    given('structuredProject')
      .when(officer('WITHDRAW'))
      .then(isRefused('isApplicant', { role: 'officer' }));
    given('structuredProject')
      .when(partner('WITHDRAW'))
      .then(isRefused('isApplicant', { role: 'partner' }));
    given('structuredProject')
      .when(WITHDRAW.by({ org: 'company-0002' }))
      .then(isRefused('isOwnCase', {}));
  });
});

describe('Once the agreement is in force', () => {
  const STATES: readonly [Subject, string][] = [
    ['mitIlpProject', 'matching.searching'],
    ['mitIlpProject', 'transfer'],
    ['structuredProject', 'research.underWay'],
    ['ecoBridgeProject', 'clinical.criteria'],
    ['autonomousProject', 'finalReport.open'],
    ['structuredProject', 'settling'],
  ];
  test.each(STATES)('it cannot withdraw any more: %s in %s', (subject, path) => {
    inState(subject, path).when(WITHDRAW).then(isRefused('isBeforeAgreement', {}));
  });

  test('and asks for termination instead, while there is work to stop', () => {
    const REQUEST = applicant('REQUEST_TERMINATION', { reason: '그만두겠습니다.' });
    inState('structuredProject', 'research.underWay')
      .when(REQUEST)
      .then(leadsTo('specialEvaluation.awaitingExplanation'));
    inState('structuredProject', 'finalReport.open').when(REQUEST).then(isNotOffered);
  });
});
