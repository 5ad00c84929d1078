import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { defectWords } from '../contract/http/problem.js';
import type { Defect } from '../contract/http/problem.js';
import { caseNamedBy } from './case-kinds.js';
import type { Api, Shared } from './deps.js';
import { recordRefusal } from './intake.js';
import { languageOf, sendProblem } from './problems.js';
import { Refused, atTheDoor, fieldErrors } from './refused.js';
import type { KeptRefusal } from './refused.js';

/** PostgreSQL away: node's own codes, and the classes 08, 53 and 57P of its SQLSTATE. */
const AWAY = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|08\w{3}|53\w{3}|57P\w{2})$/;

/** pg says these without a code. */
const AWAY_WORDS = /connection terminated|timeout exceeded when trying to connect|cannot use a pool/i;

/** Answers every failure: a refusal in the catalogue's words, the world's as `unavailable`, a defect by its request id alone. */
export function answerFailures(api: Api, shared: Shared): void {
  api.setNotFoundHandler((_request, reply) => sendProblem(reply, atTheDoor('notFound')));
  api.setErrorHandler(async (error: FastifyError, request, reply) => {
    const kept = error instanceof Refused ? error.kept : keptFor(error);
    if (!kept) return defect(error, request, reply);
    const recorded = error instanceof Refused ? error.commandId : undefined;
    return sendProblem(reply, kept, recorded ?? (await recordedNow(shared, request, kept)));
  });
}

function keptFor(error: FastifyError): KeptRefusal | undefined {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map(({ instancePath, message = '' }) => ({
      path: instancePath.split('/').filter(Boolean),
      message,
    }));
    return atTheDoor('malformedBody', {}, fieldErrors(issues));
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return atTheDoor('bodyTooLarge');
  if (error.code?.startsWith('FST_ERR_CTP')) return atTheDoor('malformedBody');
  const isAway = AWAY.test(error.code ?? '') || AWAY_WORDS.test(error.message);
  return isAway ? atTheDoor('unavailable', { part: 'postgres' }) : undefined;
}

/** Records a refusal that was thrown before its wish could be stored, on the addresses that record. */
async function recordedNow(
  shared: Shared,
  request: FastifyRequest,
  kept: KeptRefusal,
): Promise<string | undefined> {
  const { records } = request.routeOptions.config;
  if (records === undefined || !request.actor || kept.code === 'unavailable') return undefined;
  // What is only supposed leaves no trace.
  if ((request.query as { readonly dryRun?: unknown } | undefined)?.dryRun === 'true') return undefined;
  const wanted = { kind: 'decide', subjectId: aimOf(request), type: records, data: {} } as const;
  return recordRefusal(shared, request, wanted, kept).catch((error: unknown) => {
    request.log.error({ err: error }, 'a refusal could not be recorded');
    return undefined;
  });
}

/** The case that a request was aimed at, or the address's last word where it was none. */
function aimOf({ params, url, routeOptions }: FastifyRequest): string {
  return caseNamedBy(routeOptions.url, params) ?? new URL(url, 'http://rnd').pathname.split('/').at(-1) ?? '';
}

function defect(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.error({ err: error }, 'defect');
  const language = languageOf(request.headers['accept-language']);
  const { title: titles, detail } = defectWords;
  const body: Defect = {
    ...{ type: 'about:blank', status: 500, title: titles[language], detail: detail[language], titles },
    requestId: request.id,
  };
  return reply.code(500).type('application/problem+json').send(body);
}
