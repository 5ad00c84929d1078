import { given, inState } from './given.js';
import { COSIGN, PARTICULARS, REVIEWS, requests } from './lives-change.js';
import { LIVES, document } from './lives.js';
import { applicant, committee, officer, partner, system, told } from './moves.js';
import type { No } from './noes-competing.js';

const ground = '사유';
const opinion = { ko: '의견', en: 'An opinion' };
const underWay = inState('structuredProject', 'research.underWay');
const last = inState('structuredProject', 'research.underWay', {}, 3);
const opens = (more: object = {}) => officer('OPEN_SPECIAL_EVALUATION', { ground: 'breach', ...more });
const explained = underWay.and(opens(), applicant('SUBMIT_EXPLANATION', document));
const decides = (data: object) => committee('DECIDE_SPECIAL_EVALUATION', { ...data });
const stopped = explained.and(told(1, 'released'), decides({ outcome: 'stop', basis: 'special-evaluation' }));
const bans = officer('PROPOSE_SANCTION', { kind: 'ban', months: 24, ground });
const recovers = (amount: string) =>
  committee('ORDER_RECOVERY', { amount, basis: 'special-evaluation', ground });
const change = given('change');
const goals = given('change', { kind: 'goals', particulars: PARTICULARS['goals'] });

/** A project at work that has no partner; the pre-check let it pass. */
export const ALONE = given('ecoBridgeProject', { partnerId: null }).and(
  officer('PASS_PRECHECK').booked({ failing: '' }),
  ...LIVES.ecoBridgeProject.slice(1, 5),
);

/** Those of special evaluations, and of what is decided against a project. */
const LIFE: Readonly<Record<string, No>> = {
  isBasisEstablished: [
    underWay,
    committee('TERMINATE_AGREEMENT', { basis: 'agreed-change', ground }),
    { established: '' },
  ],
  hasInstitution: [ALONE, opens({ institution: 'partner' }), {}],
  leavesTimeToExplain: [underWay, opens({ explainBy: '2026-06-01' }), { receivedOn: '2026-06-01' }],
  isInstitutionConcerned: [
    underWay.and(opens()),
    partner('SUBMIT_EXPLANATION', document),
    { role: 'partner', concerned: 'firm' },
  ],
  namesWhatChanges: [explained, decides({ outcome: 'cut', basis: 'special-evaluation' }), {}],
  isCutBelow: [
    explained,
    decides({ outcome: 'cut', basis: 'special-evaluation', grant: '1100000000' }),
    { grant: '1000000000' },
  ],
  maySanction: [underWay, bans, { grounds: 'misconduct, breach' }],
  hasSanctionMeasure: [stopped, officer('PROPOSE_SANCTION', { kind: 'levy', ground }), {}],
  isSanctionNew: [stopped.and(bans), bans, {}],
  isRecoveryGrounded: [underWay, recovers('1'), { evaluated: '' }],
  isWithinReleasedSum: [stopped, recovers('200000001'), { released: '200000000', recovering: '0' }],
};

/** Those of changes of the agreement, asked for by a project and as a subject. */
const CHANGE: Readonly<Record<string, No>> = {
  isAgreementRunning: [inState('structuredProject', 'finalEvaluation'), requests('goals'), {}],
  isChangeListed: [
    underWay,
    requests('weather', {}),
    {
      kind: 'weather',
      listed:
        'institution, principal-investigator, goals, period, total-money, year-split, equipment, ' +
        'commissioned-cost, international-cost, termination, method, researchers, contacts',
    },
  ],
  isNotUnderReviewAlready: [underWay.and(requests('goals')), requests('goals'), {}],
  replacesOwnPartner: [
    underWay,
    requests('institution', { replaces: 'partner-mgb', by: 'partner-csem' }),
    { partner: 'partner-tno' },
  ],
  isNewPartnerRegistered: [
    underWay,
    requests('institution', { replaces: 'partner-tno', by: 'partner-nobody' }),
    { partner: 'partner-nobody' },
  ],
  hasStageToExtend: [inState('ecoBridgeProject', 'clinical.criteria'), requests('period'), {}],
  hasTrancheToChange: [last, requests('total-money'), { tranches: '1: planned, 2: planned, 3: planned' }],
  isAnotherGrant: [underWay, requests('total-money', { grant: '1000000000' }), { grant: '1000000000' }],
  keepsSum: [
    underWay,
    requests('year-split', { amounts: ['1'] }),
    { tranches: '2: 400000000, 3: 400000000' },
  ],
  isOpenChange: [underWay, system('CHANGE_REFUSED', { no: 1, outcome: 'rejected' }), {}],
  isDeciderOfChange: [
    change,
    committee('APPROVE_CHANGE', { opinion }),
    { role: 'committee', decidedBy: 'officer' },
  ],
  isOwnRequest: [given('change', { imposedBy: 'special-evaluation' }), applicant('WITHDRAW_CHANGE'), {}],
  bringsPartner: [goals, REVIEWS[0], { kind: 'goals' }],
  isClauseToReview: [change.and(REVIEWS[0]), REVIEWS[0], { unreviewed: 'intellectual-property' }],
  isNotCoSignedYet: [change.and(COSIGN), COSIGN, {}],
  areClausesReviewed: [
    change,
    officer('APPROVE_CHANGE', { opinion }),
    { unreviewed: 'roadmap, intellectual-property' },
  ],
  isCoSigned: [change, officer('APPROVE_CHANGE', { opinion }), {}],
};

/** What a project's life and its changes refuse: the case, the move, and the facts that the refusal shows. */
export const LIFE_NOES: Readonly<Record<string, No>> = { ...LIFE, ...CHANGE };
