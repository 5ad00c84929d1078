import { besideOperations } from './operations-beside.js';
import { clockAndMoneyOperations } from './operations-clocks-money.js';
import { words } from './operation-words.js';
import type { OperationWords } from './operation-words.js';

export type { OperationWords } from './operation-words.js';

/** What each address does, by its method and its path as OpenAPI writes it. */
export const operations: Readonly<Record<string, OperationWords>> = {
  'POST /v1/applications': words('apply', '과제 신청', 'Apply for a project'),
  'GET /v1/projects': words('listProjects', '과제 목록', 'List projects'),
  'GET /v1/tranches': words('listAllTranches', '단계별 지급 목록', 'List tranches'),
  'GET /v1/projects/{edition}/{track}/{number}': words('getProject', '과제 조회', 'Read a project'),
  'GET /v1/projects/{edition}/{track}/{number}/tranches': words(
    'listTranches',
    '과제의 단계별 지급 목록',
    "List a project's tranches",
  ),
  'GET /v1/projects/{edition}/{track}/{number}/actions': words(
    'listProjectActions',
    '과제에서 할 수 있는 일',
    'What may happen to a project',
  ),
  'POST /v1/projects/{edition}/{track}/{number}/actions': words(
    'actOnProject',
    '과제 처리',
    'Act on a project',
  ),
  'GET /v1/projects/{edition}/{track}/{number}/chart': words(
    'getProjectPlace',
    '상태도에서 과제의 위치',
    'Where a project stands in its chart',
  ),
  'GET /v1/projects/{edition}/{track}/{number}/timeline': words(
    'getProjectTimeline',
    '과제 이력',
    "A project's timeline",
  ),
  'GET /v1/tranches/{edition}/{track}/{number}/{no}': words(
    'getTranche',
    '단계별 지급 조회',
    'Read a tranche',
  ),
  'GET /v1/tranches/{edition}/{track}/{number}/{no}/actions': words(
    'listTrancheActions',
    '단계별 지급에서 할 수 있는 일',
    'What may happen to a tranche',
  ),
  'POST /v1/tranches/{edition}/{track}/{number}/{no}/actions': words(
    'actOnTranche',
    '단계별 지급 처리',
    'Act on a tranche',
  ),
  'GET /v1/tranches/{edition}/{track}/{number}/{no}/chart': words(
    'getTranchePlace',
    '상태도에서 단계별 지급의 위치',
    'Where a tranche stands in its chart',
  ),
  'GET /v1/tranches/{edition}/{track}/{number}/{no}/timeline': words(
    'getTrancheTimeline',
    '단계별 지급 이력',
    "A tranche's timeline",
  ),
  'POST /v1/calls': words('planCall', '공고 계획', 'Plan a call'),
  'GET /v1/calls': words('listCalls', '공고 목록', 'List calls'),
  'GET /v1/calls/{edition}/{track}/{competition}': words('getCall', '공고 조회', 'Read a call'),
  'GET /v1/calls/{edition}/{track}/{competition}/actions': words(
    'listCallActions',
    '공고에서 할 수 있는 일',
    'What may happen to a call',
  ),
  'POST /v1/calls/{edition}/{track}/{competition}/actions': words('actOnCall', '공고 처리', 'Act on a call'),
  'GET /v1/calls/{edition}/{track}/{competition}/chart': words(
    'getCallPlace',
    '상태도에서 공고의 위치',
    'Where a call stands in its chart',
  ),
  'GET /v1/calls/{edition}/{track}/{competition}/timeline': words(
    'getCallTimeline',
    '공고 이력',
    "A call's timeline",
  ),
  'GET /v1/calls/{edition}/{track}/{competition}/applications': words(
    'listCallApplications',
    '공고의 신청 과제 목록',
    "List a call's applications",
  ),
  'GET /v1/calls/{edition}/{track}/{competition}/pre-check': words(
    'listPreChecks',
    '사전검토 결과',
    'What the pre-check finds',
  ),
  'POST /v1/calls/{edition}/{track}/{competition}/assignments': words(
    'assignPanels',
    '평가단 배정',
    'Assign the panels',
  ),
  'GET /v1/calls/{edition}/{track}/{competition}/lists': words(
    'listRankedLists',
    '순위명부 목록',
    "List a call's ranked lists",
  ),
  'POST /v1/calls/{edition}/{track}/{competition}/lists': words(
    'makeRankedList',
    '순위명부 작성',
    'Make a ranked list',
  ),
  'GET /v1/calls/{edition}/{track}/{competition}/lists/{sha256}': words(
    'getRankedList',
    '순위명부 조회',
    'Read a ranked list',
  ),
  'GET /v1/calls/{edition}/{track}/{competition}/places': words(
    'listCallPlaces',
    '선정·예비 현황',
    'How the places stand',
  ),
  'GET /v1/projects/{edition}/{track}/{number}/rank': words(
    'getOwnRank',
    '과제의 순위와 산출 근거',
    "A project's rank and how it came about",
  ),
  'POST /v1/bulk': words('actOnMany', '일괄 처리', 'Act on many cases'),
  'GET /v1/bulk/{id}': words('getBulk', '일괄 처리 결과', 'What became of a bulk'),
  'GET /v1/commands': words('listCommands', '보낸 요청 목록', 'List what was sent'),
  'GET /v1/commands/{id}': words('getCommand', '보낸 요청의 처리 결과', 'What became of a command'),
  'POST /v1/documents': words('storeDocument', '문서 보관', 'Store a document'),
  'GET /v1/documents/{sha256}': words('readDocument', '문서 열람', 'Read a document'),
  'POST /v1/imports/{kind}': words('importFile', '파일 가져오기', 'Import a file'),
  'GET /v1/imports/{id}': words('getImport', '가져오기 결과', 'What an import did'),
  'GET /v1/imports/{id}/rows': words(
    'listImportRows',
    '가져오기의 행별 결과',
    'What became of the rows of an import',
  ),
  'POST /v1/reconciliations': words('reconcile', 'IRIS 접수 목록과 대사', "Compare with IRIS's applications"),
  'GET /v1/companies': words('listCompanies', '기업 목록', 'List companies'),
  'GET /v1/partners': words('listPartners', '협력기관 목록', 'List partner institutions'),
  'POST /v1/partners/{id}/departure': words(
    'bookDeparture',
    '협력기관 탈퇴 기록',
    'Book that a partner leaves the program',
  ),
  'GET /v1/proposals': words('listProposals', '기술제안 목록', 'List technology proposals'),
  'POST /v1/drafts': words('keepDraft', '신청 초안 저장', 'Keep a draft'),
  'GET /v1/drafts': words('listDrafts', '신청 초안 목록', 'List drafts'),
  'GET /v1/drafts/{id}': words('getDraft', '신청 초안 조회', 'Read a draft'),
  'PUT /v1/drafts/{id}': words('changeDraft', '신청 초안 수정', 'Change a draft'),
  'DELETE /v1/drafts/{id}': words('withdrawDraft', '신청 초안 취소', 'Withdraw a draft'),
  'POST /v1/drafts/{id}/submission': words('submitDraft', '초안을 신청으로 제출', 'Submit a draft'),
  'GET /v1/me': words('getMe', '로그인한 사람', 'Who is signed in'),
  'GET /v1/notices': words('listNotices', '통지 목록', 'List notices'),
  'GET /v1/statement': words('getStatement', '계정별 합계', 'Statement of accounts'),
  ...besideOperations,
  ...clockAndMoneyOperations,
  'GET /v1/editions': words('listEditions', '사업 연도판 목록', 'List editions'),
  'GET /v1/editions/{id}': words('getEdition', '사업 연도판 조회', 'Read an edition'),
  'GET /v1/charts': words('listCharts', '상태도 목록', 'List charts'),
  'GET /v1/charts/{id}': words('getChart', '상태도 조회', 'Read a chart'),
  'GET /healthz': words('isAlive', '프로세스 상태', 'Whether the process lives'),
  'GET /readyz': words('isReady', '서비스 준비 상태', 'Whether the service can work'),
};

/** What an answer's status means where it is not a refusal. */
export const answerWords: Readonly<Record<string, string>> = {
  200: '요청한 내용 / What was asked for',
  201: '만들어짐 / Created',
  202: '접수됨, 엔진이 복구되면 전달 / Received; delivered once the engine is back',
  204: '삭제됨 / Removed',
  503: '준비되지 않음 / Not ready',
};
