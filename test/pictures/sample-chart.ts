import { and, setup } from 'xstate';
import type { Bilingual, Chart, ChartEvent, EventMeta, Role } from '../../src/charts/kernel/types.js';

const state = (ko: string, en: string, ...awaits: Role[]) => ({ label: { ko, en }, awaits });
const event = (ko: string, en: string, source: EventMeta['source'] = 'public'): EventMeta => ({
  label: { ko, en } satisfies Bilingual,
  source,
});

const machine = setup({
  types: { context: {} as Record<string, never>, events: {} as ChartEvent },
  guards: { isOfficer: () => true, isWithinWindow: () => true },
  delays: { roadmapWindow: 1000 },
}).createMachine({
  id: 'sample.v1',
  context: {},
  initial: 'submitted',
  on: { TERMINATE: { guard: 'isOfficer', target: '.closed' }, NOTE: {} },
  states: {
    submitted: {
      meta: state('신청됨', 'Submitted', 'officer'),
      on: { SCREEN: { guard: 'isOfficer', target: 'roadmap' }, WITHDRAW: 'withdrawn' },
    },
    roadmap: {
      meta: state('공동 로드맵 수립', 'Joint R&D roadmap <in work>', 'applicant', 'partner'),
      initial: 'drafting',
      after: { roadmapWindow: 'expired' },
      on: { WITHDRAW: 'withdrawn' },
      states: {
        drafting: {
          meta: state('작성 중', 'Being drafted'),
          on: {
            SUBMIT_ROADMAP: { guard: and(['isOfficer', 'isWithinWindow']), target: 'awaitingCoSignature' },
          },
        },
        awaitingCoSignature: {
          meta: state('협력기관 서명 대기', 'Awaiting co-signature'),
          always: { guard: 'isWithinWindow', target: 'drafting' },
          on: { CO_SIGN: '#closed', REMIND: {}, RETURN: 'drafting' },
        },
      },
    },
    withdrawn: { type: 'final', meta: state('철회', 'Withdrawn') },
    expired: { type: 'final', meta: state('기한 경과', 'Expired') },
    closed: { id: 'closed', type: 'final', meta: state('종료', 'Closed') },
  },
});

/** A chart with everything that a picture must show: a group, a deadline, guards, an event that stays, several ends. */
export const sampleChart: Chart = {
  id: 'sample.v1',
  subject: 'sample',
  label: { ko: '예시', en: 'Sample' },
  machine,
  evidence: {},
  events: {
    SCREEN: event('사전검토', 'Pre-check'),
    WITHDRAW: event('철회', 'Withdraw'),
    SUBMIT_ROADMAP: event('로드맵 제출', 'Submit the roadmap'),
    CO_SIGN: event('공동 서명', 'Co-sign'),
    REMIND: event('독촉', 'Remind', 'internal'),
    RETURN: event('반려', 'Return'),
    TERMINATE: event('중단', 'Terminate'),
    NOTE: event('기록', 'Note', 'internal'),
  },
};
