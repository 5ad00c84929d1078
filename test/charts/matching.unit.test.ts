import { describe, test } from 'vitest';
import {
  endsAs,
  isNotOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import { inState } from './support/given.js';
import { SHA256, agreed, document } from './support/lives.js';
import { applicant, committee, officer, partner, passes, told } from './support/moves.js';

const PROPOSE = officer('PROPOSE_MATCH', { researcherRef: 'researcher-17' });
const DECLINE = { reason: '분야가 다릅니다.' };
const LAST = '2026-09-01T14:59:59.999Z';
const LATE = '2026-09-01T15:00:00.000Z';

describe('Matching', () => {
  const searching = inState('mitIlpProject', 'matching.searching');

  test('begins with the agreement, and has three months', () => {
    inState('mitIlpProject', 'agreementPending.signed')
      .when(agreed[1])
      .then(
        leadsTo('matching.searching'),
        knows({ stage: 0, openedTranches: 0 }),
        waitsFor({ matching: LAST }),
      );
  });

  test('is the agency’s to propose: a researcher by an opaque reference', () => {
    searching
      .when(PROPOSE)
      .then(
        leadsTo('matching.proposed'),
        knows({ match: { researcherRef: 'researcher-17', acceptedBy: [] } }),
        notices('company-0001: matchProposed', 'partner-tno: matchProposed'),
      );
    searching.when(applicant('PROPOSE_MATCH', { researcherRef: 'r-1' })).then(isRefused('isOfficer'));
    searching
      .when(PROPOSE.at(LATE))
      .then(isRefused('isWithinMatchingWindow', { receivedAt: LATE, due: LAST }));
  });

  test('that finds nobody in time ends the case, and its tranche with it', () => {
    searching
      .and(told(1, 'scheduled'))
      .when(passes('matching'))
      .then(
        endsAs('expired'),
        notices('company-0001: matchingExpired'),
        orders('cancelTranches', { event: 'CANCEL_TRANCHE', data: {}, tranches: [1] }),
      );
  });

  test('does not open the tranche: there is no research yet', () => {
    searching.when(told(1, 'scheduled')).then(stays, orders('openTranche'));
  });
});

describe('A match that was proposed', () => {
  const proposed = inState('mitIlpProject', 'matching.proposed');

  test.each([
    ['the firm first', applicant('ACCEPT_MATCH'), partner('ACCEPT_MATCH'), ['applicant', 'partner']],
    ['the partner first', partner('ACCEPT_MATCH'), applicant('ACCEPT_MATCH'), ['partner', 'applicant']],
  ])('is made once both have accepted, %s', (_, first, second, acceptedBy) => {
    proposed.when(first).then(stays, knows({ match: { acceptedBy: acceptedBy.slice(0, 1) } }));
    proposed
      .and(first)
      .when(second)
      .then(
        leadsTo('agenda.drafting'),
        knows({ match: { acceptedBy } }),
        waitsFor({ agenda: '2026-09-01T14:59:59.999Z' }),
      );
  });

  test('is not made by one side alone', () => {
    proposed
      .and(applicant('ACCEPT_MATCH'))
      .when(applicant('ACCEPT_MATCH'))
      .then(isRefused('hasNotAcceptedYet', {}));
    proposed.when(officer('ACCEPT_MATCH')).then(isRefused('isApplicantOrPartner', { role: 'officer' }));
    proposed.when(partner('ACCEPT_MATCH').by({ org: 'partner-csem' })).then(isRefused('isOwnCase'));
  });

  test('is accepted in time at the last millisecond, and late one later', () => {
    proposed.when(applicant('ACCEPT_MATCH').at(LAST)).then(stays);
    proposed
      .when(applicant('ACCEPT_MATCH').at(LATE))
      .then(isRefused('isWithinMatchingWindow', { receivedAt: LATE, due: LAST }));
  });

  test.each([applicant('DECLINE_MATCH', DECLINE), partner('DECLINE_MATCH', DECLINE)])(
    'may be declined by either, and the search goes on within the same window (%#)',
    (declines) => {
      proposed
        .and(applicant('ACCEPT_MATCH'))
        .when(declines)
        .then(
          leadsTo('matching.searching'),
          knows({ match: null }),
          notices('company-0001: matchDeclined', 'partner-tno: matchDeclined'),
          waitsFor({ matching: LAST }),
        );
      proposed.when(declines.at(LATE)).then(isRefused('isWithinMatchingWindow'));
    },
  );

  test('is forgotten when the window closes', () => {
    proposed.and(applicant('ACCEPT_MATCH')).when(passes('matching')).then(endsAs('expired'));
  });
});

describe('The joint agenda', () => {
  const drafting = inState('mitIlpProject', 'agenda.drafting');
  const waiting = inState('mitIlpProject', 'agenda.awaitingCoSignature');
  const SUBMIT = applicant('SUBMIT_AGENDA', document);
  const COSIGN = partner('COSIGN_AGENDA');

  test('is drafted by the firm and signed by its partner', () => {
    drafting.when(SUBMIT).then(leadsTo('agenda.awaitingCoSignature'), notices('partner-tno: agendaToCoSign'));
    drafting.when(partner('SUBMIT_AGENDA', document)).then(isRefused('isApplicant'));
    waiting.when(applicant('COSIGN_AGENDA')).then(isRefused('isPartner', { role: 'applicant' }));
    waiting.when(COSIGN.by({ org: 'partner-csem' })).then(isRefused('isOwnCase'));
  });

  test('begins the exploration with its year, and opens the only tranche', () => {
    waiting
      .and(told(1, 'scheduled'))
      .when(COSIGN.at('2026-07-01T01:00:00.000Z'))
      .then(
        leadsTo('exploration.underWay'),
        knows({
          stage: 1,
          openedTranches: 1,
          agenda: { documentSha256: SHA256, coSignedBy: 'person-partner-1' },
        }),
        orders('openTranche', {
          ...{ event: 'OPEN_TRANCHE', tranches: [1] },
          data: { stage: 1, cashShareDue: '100000000' },
        }),
        waitsFor({ 'stage-report': '2027-06-30T14:59:59.999Z' }),
        notices('company-0001: agendaCoSigned'),
      );
  });

  test('goes back to the firm where the partner returns it', () => {
    waiting
      .when(partner('RETURN_AGENDA', { reason: '범위를 줄여 주십시오.' }))
      .then(leadsTo('agenda.drafting'), notices('company-0001: agendaReturned'), waitsFor({ agenda: LAST }));
  });

  test('is signed in time or not at all', () => {
    waiting.when(COSIGN.at(LAST)).then(leadsTo('exploration.underWay'));
    waiting.when(COSIGN.at(LATE)).then(isRefused('isWithinAgendaWindow', { receivedAt: LATE, due: LAST }));
    drafting.when(SUBMIT.at(LATE)).then(isRefused('isWithinAgendaWindow', { receivedAt: LATE, due: LAST }));
    waiting.when(passes('agenda')).then(endsAs('expired'), notices('company-0001: agendaExpired'));
    drafting.when(passes('agenda')).then(endsAs('expired'));
  });
});

describe('The exploration', () => {
  const underWay = inState('mitIlpProject', 'exploration.underWay');
  const concluding = inState('mitIlpProject', 'exploration.concluding');
  const REPORT = applicant('SUBMIT_EXPLORATION_REPORT', document);
  const concludes = (outcome: string) => committee('CONCLUDE_EXPLORATION', { outcome });

  test('is reported on from thirty days before its end, and late is still taken', () => {
    underWay.when(REPORT.onTheLast('stage')).then(leadsTo('exploration.concluding'));
    underWay.when(REPORT).then(
      isRefused('isReportOpen', {
        receivedAt: '2026-06-01T00:11:00.000Z',
        opens: '2027-04-30T15:00:00.000Z',
      }),
    );
    underWay.when(passes('stage-report')).then(leadsTo('exploration.reportOverdue'), notices());
    underWay.and(passes('stage-report')).when(REPORT).then(leadsTo('exploration.concluding'));
  });

  test('leads to a technology transfer, a longer-term collaboration, or neither', () => {
    concluding
      .when(concludes('technologyTransfer'))
      .then(
        leadsTo('transfer'),
        knows({ exploration: 'technologyTransfer' }),
        notices('company-0001: explorationConcluded', 'partner-tno: explorationConcluded'),
      );
    concluding.when(concludes('longerTermCollaboration')).then(leadsTo('longerTermCollaboration'));
    concluding.when(concludes('none')).then(leadsTo('finalReport.open'), knows({ exploration: 'none' }));
    concluding.when(officer('CONCLUDE_EXPLORATION', { outcome: 'none' })).then(isRefused('isCommittee'));
  });

  test('whose report is returned goes on, or is overdue where its year is over', () => {
    const RETURN = officer('RETURN_EXPLORATION_REPORT', { reason: '보완하십시오.' });
    concluding
      .when(RETURN)
      .then(leadsTo('exploration.reportOverdue'), notices('company-0001: stageReportReturned'));
    underWay.and(REPORT.at('2027-05-03T01:00:00.000Z')).when(RETURN).then(leadsTo('exploration.underWay'));
    concluding.when(applicant('RETURN_EXPLORATION_REPORT', {})).then(isRefused('isOfficerOrCommittee'));
  });

  test('ends with what followed from it confirmed by the agency or the partner', () => {
    const transfer = concluding.and(concludes('technologyTransfer'));
    const together = concluding.and(concludes('longerTermCollaboration'));
    transfer
      .when(partner('CONFIRM_TRANSFER', document))
      .then(leadsTo('finalReport.open'), knows({ confirmedBySha256: SHA256 }));
    transfer.when(officer('CONFIRM_TRANSFER', document)).then(leadsTo('finalReport.open'));
    together.when(partner('CONFIRM_COLLABORATION', document)).then(leadsTo('finalReport.open'));
    transfer
      .when(applicant('CONFIRM_TRANSFER', document))
      .then(isRefused('isOfficerOrPartner', { role: 'applicant' }));
    together
      .when(partner('CONFIRM_COLLABORATION', document).by({ org: 'partner-csem' }))
      .then(isRefused('isOwnCase'));
    transfer.when(officer('CONFIRM_COLLABORATION', document)).then(isNotOffered);
  });
});
