import { and } from 'xstate';
import { known } from '../words.js';
import { cancelTranches, openReachedTranche, tellCompany, tellPartner } from './orders.js';
import { project } from './setup.js';
import { firstStage, intoSpecialEvaluation } from './stages.js';

const agreeing = [
  'isApplicantOrPartner',
  'isOwnCase',
  'isWithinMatchingWindow',
  'hasNotAcceptedYet',
] as const;

const unmatched = { target: '#expired', actions: [cancelTranches, tellCompany('matchingExpired')] } as const;

/** Matching with an MIT researcher: the agency proposes, firm and partner both accept (domain.md section 1). */
export const matching = project.createStateConfig({
  id: 'matching',
  meta: known('연구자 매칭', 'Matching', 'officer'),
  after: { matching: unmatched },
  on: intoSpecialEvaluation,
  initial: 'searching',
  states: {
    searching: {
      id: 'searching',
      meta: known('연구자 탐색 중', 'Looking for a researcher', 'officer'),
      entry: { type: 'remember', params: { state: 'searching' } },
      on: {
        PROPOSE_MATCH: {
          guard: and(['isOfficer', 'isWithinMatchingWindow']),
          target: 'proposed',
          actions: ['proposeMatch', tellCompany('matchProposed'), tellPartner('matchProposed')],
        },
      },
    },
    proposed: {
      id: 'proposed',
      meta: known('매칭 제안됨', 'Match proposed', 'applicant', 'partner'),
      entry: { type: 'remember', params: { state: 'proposed' } },
      on: {
        ACCEPT_MATCH: [
          {
            guard: and([...agreeing, 'isAcceptedByTheOther']),
            target: '#agenda',
            actions: ['acceptMatch', { type: 'startClock', params: { clock: 'agenda' } }],
          },
          { guard: and([...agreeing]), actions: 'acceptMatch' },
        ],
        DECLINE_MATCH: {
          guard: and(['isApplicantOrPartner', 'isOwnCase', 'isWithinMatchingWindow']),
          target: 'searching',
          actions: ['dropMatch', tellCompany('matchDeclined'), tellPartner('matchDeclined')],
        },
      },
    },
  },
});

/** The joint research agenda that firm and partner agree on; with it the exploration and its tranche begin. */
export const agenda = project.createStateConfig({
  id: 'agenda',
  meta: known('공동 연구의제 수립', 'Joint research agenda', 'applicant'),
  after: { agenda: { target: '#expired', actions: [cancelTranches, tellCompany('agendaExpired')] } },
  on: intoSpecialEvaluation,
  initial: 'drafting',
  states: {
    drafting: {
      id: 'agendaDrafting',
      meta: known('연구의제 작성 중', 'Agenda being drafted', 'applicant'),
      entry: { type: 'remember', params: { state: 'agendaDrafting' } },
      on: {
        SUBMIT_AGENDA: {
          guard: and(['isApplicant', 'isOwnCase', 'isWithinAgendaWindow']),
          target: 'awaitingCoSignature',
          actions: ['submitAgenda', tellPartner('agendaToCoSign')],
        },
      },
    },
    awaitingCoSignature: {
      id: 'agendaAwaitingCoSignature',
      meta: known('협력기관 공동서명 대기', 'Awaiting co-signature', 'partner'),
      entry: { type: 'remember', params: { state: 'agendaAwaitingCoSignature' } },
      on: {
        COSIGN_AGENDA: {
          guard: and(['isPartner', 'isOwnCase', 'isWithinAgendaWindow']),
          target: '#exploration',
          actions: ['coSignAgenda', ...firstStage, openReachedTranche, tellCompany('agendaCoSigned')],
        },
        RETURN_AGENDA: {
          guard: and(['isPartner', 'isOwnCase', 'isWithinAgendaWindow']),
          target: 'drafting',
          actions: tellCompany('agendaReturned'),
        },
      },
    },
  },
});
