import type { Bilingual } from '../../charts/kernel/types.js';
import type { Track } from '../../contract/names.js';
import type { Step } from './figures.js';

/** The tracks as a narrow table heads them. */
export const TRACK_WORDS: Readonly<Record<Track, Bilingual>> = {
  mitIlp: { ko: '예비연구형', en: 'MIT ILP' },
  structured: { ko: '사전기획형', en: 'Structured' },
  autonomous: { ko: '자유공모형', en: 'Autonomous' },
  ecoBridge: { ko: '에코브리지형', en: 'Eco-Bridge' },
};

/** The funnel's steps, in their order. */
export const STEP_WORDS: Readonly<Record<Step, Bilingual>> = {
  applied: { ko: '신청', en: 'Applied' },
  received: { ko: '기한 내 접수', en: 'Received in time' },
  screened: { ko: '사전검토 통과', en: 'Passed the pre-check' },
  evaluated: { ko: '선정평가 완료', en: 'Evaluated' },
  selected: { ko: '선정 (명부)', en: 'Selected by the list' },
  promoted: { ko: '예비순위 승계', en: 'Moved up from the reserve' },
  roadmapSubmitted: { ko: '로드맵 제출', en: 'Roadmap co-signed' },
  roadmapSelected: { ko: '로드맵 평가 선정', en: 'Selected by roadmap' },
  gaveUpPlace: { ko: '포기·취소·만료', en: 'Declined, lapsed or expired' },
  objected: { ko: '이의신청', en: 'Objected' },
  agreed: { ko: '협약 체결', en: 'Agreement in force' },
  specialEvaluation: { ko: '특별평가', en: 'Special evaluation' },
  completed: { ko: '정상 종료', en: 'Closed' },
  terminated: { ko: '중단 종료', en: 'Terminated' },
};

/** What the calendar and the waiting times call their lines. */
export const LINE_WORDS: Readonly<Record<string, Bilingual>> = {
  received: { ko: '접수', en: 'Received' },
  evaluated: { ko: '선정평가 완료', en: 'Evaluated' },
  notified: { ko: '선정 결과 통보', en: 'Selection notified' },
  roadmapCoSigned: { ko: '로드맵 공동서명', en: 'Roadmap co-signed' },
  roadmapNotified: { ko: '로드맵 결과 통보', en: 'Roadmap result notified' },
  agreed: { ko: '협약 체결', en: 'Agreement in force' },
  firstRelease: { ko: '1차 지급', en: 'First release' },
  lastRelease: { ko: '3차 지급', en: 'Third release' },
  finalReport: { ko: '최종보고서', en: 'Final report' },
  closed: { ko: '종료', en: 'Closed' },
  applicationToNotice: { ko: '신청 → 결과 통보', en: 'Application to notice' },
  objectionToDecision: { ko: '이의신청 → 결정', en: 'Objection to decision' },
  selectionToAgreement: { ko: '선정 → 협약', en: 'Selection to agreement' },
  claimToRelease: { ko: '청구 → 지급', en: 'Claim to release' },
  reportToEvaluation: { ko: '단계보고 → 단계평가', en: 'Stage report to evaluation' },
  finalReportToClosure: { ko: '최종보고 → 종료', en: 'Final report to closure' },
};
