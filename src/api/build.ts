import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { LogController } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject, validatorCompiler } from 'fastify-type-provider-zod';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { randomUUID } from 'node:crypto';
import { speakBothLanguages } from '../contract/field-words.js';
import { actingAs } from './acting.js';
import { BODY_LIMIT, readJson } from './bodies.js';
import { deliveredBook } from './delivered.js';
import type { Api, ApiDeps, Shared } from './deps.js';
import { startDispatcher } from './dispatcher.js';
import type { Dispatcher } from './dispatcher.js';
import { answerFailures } from './failures.js';
import { identities } from './identities.js';
import { lanes } from './lanes.js';
import { measureRequests } from './metrics.js';
import { openapi, showReference } from './reference-page.js';
import { sendProblem } from './problems.js';
import { Refused, atTheDoor } from './refused.js';
import { absenceRoutes } from './routes/absences.js';
import { actionRoutes } from './routes/actions.js';
import { applicationRoutes } from './routes/applications.js';
import { assignmentRoutes } from './routes/assignments.js';
import { bulkRoutes } from './routes/bulk.js';
import { calendarFeedRoutes } from './routes/calendar-feeds.js';
import { callListRoutes } from './routes/call-lists.js';
import { callWorkRoutes } from './routes/call-work.js';
import { callRoutes } from './routes/calls.js';
import { caseRoutes } from './routes/cases.js';
import { clockRoutes } from './routes/clocks.js';
import { commandRoutes } from './routes/commands.js';
import { departureRoutes } from './routes/departures.js';
import { documentRoutes } from './routes/documents.js';
import { draftRoutes } from './routes/drafts.js';
import { healthRoutes } from './routes/health.js';
import { holidayRoutes } from './routes/holidays.js';
import { importRoutes } from './routes/imports.js';
import { moneyRoutes } from './routes/money.js';
import { ownRoutes } from './routes/own.js';
import { peopleRoutes } from './routes/people.js';
import { placeRoutes } from './routes/places.js';
import { rankRoutes } from './routes/rank.js';
import { reconciliationRoutes } from './routes/reconciliations.js';
import { referenceRoutes } from './routes/reference.js';
import { registerRoutes } from './routes/registers.js';
import { signInAt } from './sign-in.js';
import { refuseUnstorableAddresses } from './text.js';

/** A request has to have come in as a whole by then: a document of 20 MB on a slow line, and nobody who only holds a socket. */
const WHOLE_REQUEST_MS = 300_000;

/** Builds the API with its dispatcher, which starts when the server is ready and ends when it closes. */
export async function buildApi(deps: ApiDeps): Promise<Api> {
  speakBothLanguages();
  const api: Api = Fastify({
    logger: { level: deps.logLevel ?? 'silent' },
    bodyLimit: BODY_LIMIT,
    requestTimeout: WHOLE_REQUEST_MS,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { maxParamLength: 200 },
    // An address that can't even be read is nowhere.
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, atTheDoor('notFound')),
  }).withTypeProvider<ZodTypeProvider>();
  const { ledger } = deps;
  let dispatcher: Dispatcher | undefined;
  const shared: Shared = {
    ...{ ...deps, log: api.log },
    ...{ identities: identities(ledger), lanes: lanes(), delivered: deliveredBook(ledger) },
    ...{ crowd: { receiving: 0, starting: 0 }, nudge: () => dispatcher?.nudge() },
  };
  api.setValidatorCompiler(validatorCompiler);
  // The types hold what is answered, and the suites hold every answer against OpenAPI; zod once more would cost a large
  // page as much as reading it.
  api.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  readJson(api);
  refuseUnstorableAddresses(api);
  answerFailures(api, shared);
  measureRequests(api);
  signIn(api, shared);
  await guard(api, deps);
  await api.register(swagger, {
    openapi,
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await showReference(api);
  await routes(api, shared);
  dispatch(api, shared, (started) => {
    dispatcher = started;
  });
  return api;
}

async function routes(api: Api, shared: Shared): Promise<void> {
  healthRoutes(api, shared);
  applicationRoutes(api, shared);
  caseRoutes(api, shared);
  placeRoutes(api, shared);
  actionRoutes(api, shared);
  bulkRoutes(api, shared);
  callRoutes(api, shared);
  callWorkRoutes(api, shared);
  callListRoutes(api, shared);
  assignmentRoutes(api, shared);
  rankRoutes(api, shared);
  commandRoutes(api, shared);
  await documentRoutes(api, shared);
  await importRoutes(api, shared);
  await reconciliationRoutes(api, shared);
  registerRoutes(api, shared);
  departureRoutes(api, shared);
  draftRoutes(api, shared);
  absenceRoutes(api, shared);
  peopleRoutes(api, shared);
  holidayRoutes(api, shared);
  clockRoutes(api, shared);
  calendarFeedRoutes(api, shared);
  moneyRoutes(api, shared);
  ownRoutes(api, shared);
  referenceRoutes(api, shared);
}

function signIn(api: Api, shared: Shared): void {
  const signedInAs = signInAt(shared.issuer);
  api.decorateRequest('actor', null);
  api.addHook('onRequest', async (request) => {
    if (request.is404 || request.routeOptions.config.isOpen) return;
    // Who is refused a role is still who they are: that is what is recorded of it.
    request.actor = await signedInAs(request.headers.authorization);
    const onBehalfOf = request.headers['on-behalf-of'];
    request.actor = await actingAs(shared, request.actor, onBehalfOf && String(onBehalfOf));
  });
}

async function guard(api: Api, { requestsPerMinute }: ApiDeps): Promise<void> {
  await api.register(helmet, { contentSecurityPolicy: false });
  await api.register(rateLimit, {
    max: requestsPerMinute ?? Number.MAX_SAFE_INTEGER,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.actor?.person ?? request.ip,
    errorResponseBuilder: (_request, { after }) => new Refused(atTheDoor('rateLimited', { after })),
  });
}

function dispatch(api: Api, shared: Shared, tell: (started: Dispatcher) => void): void {
  let stop = async (): Promise<void> => undefined;
  api.addHook('onReady', async () => {
    const dispatcher = startDispatcher(shared);
    ({ stop } = dispatcher);
    tell(dispatcher);
  });
  api.addHook('onClose', async () => {
    await stop();
    await shared.delivered.flush();
  });
}
