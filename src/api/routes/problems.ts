import { defectSchema, problemSchema } from '../../contract/http/problem.js';

const problem = {
  description: 'Refused / 거절: application/problem+json',
  content: { 'application/problem+json': { schema: problemSchema } },
};

const defect = {
  description: 'The service has failed / 서비스 내부 오류: application/problem+json',
  content: { 'application/problem+json': { schema: defectSchema } },
};

/** What every address may answer with besides what it is asked for, for OpenAPI. */
export const problems = { '4xx': problem, 500: defect, 503: problem } as const;
