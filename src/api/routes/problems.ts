import { problemSchema } from '../../contract/http/problem.js';

const problem = {
  description: 'Refused / 거절: application/problem+json',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** The refusals that every address may answer with, for OpenAPI. */
export const problems = { '4xx': problem, '5xx': problem } as const;
