/** An address in words: a name for programs, and what it does in Korean and in English. */
export interface OperationWords {
  readonly id: string;
  readonly ko: string;
  readonly en: string;
}

function words(id: string, ko: string, en: string): OperationWords {
  return { id, ko, en };
}

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
  'GET /v1/commands': words('listCommands', '보낸 요청 목록', 'List what was sent'),
  'GET /v1/commands/{id}': words('getCommand', '보낸 요청의 처리 결과', 'What became of a command'),
  'POST /v1/documents': words('storeDocument', '문서 보관', 'Store a document'),
  'GET /v1/documents/{sha256}': words('readDocument', '문서 열람', 'Read a document'),
  'GET /v1/me': words('getMe', '로그인한 사람', 'Who is signed in'),
  'GET /v1/notices': words('listNotices', '통지 목록', 'List notices'),
  'GET /v1/statement': words('getStatement', '계정별 합계', 'Statement of accounts'),
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
  503: '준비되지 않음 / Not ready',
};
