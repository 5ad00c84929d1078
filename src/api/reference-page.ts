import reference from '@scalar/fastify-api-reference';
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { Api } from './deps.js';
import { withDiscriminators } from './discriminators.js';
import { toldOperations } from './told-operations.js';

/** What /openapi.json says of the service besides its addresses. */
export const openapi: NonNullable<FastifyDynamicSwaggerOptions['openapi']> = {
  openapi: '3.1.0',
  info: {
    title: 'R&D Tracks',
    version: '1.0.0',
    description:
      '글로벌 협력 R&D 과제를 신청부터 종료까지 처리합니다. Carries every project of the Global Collaborative R&D Program from application to closure.',
  },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  security: [{ bearer: [] }],
  tags: [
    { name: 'applications', description: '신청 / Applying' },
    { name: 'cases', description: '과제와 그에 딸린 건 조회 / Reading projects and what belongs to them' },
    { name: 'actions', description: '과제에서 할 수 있는 일 / What may happen to a case' },
    { name: 'commands', description: '접수함 / What was received and what became of it' },
    { name: 'documents', description: '문서 / Documents by their SHA-256' },
    { name: 'clocks', description: '기한과 일정 / Clocks and calendars' },
    { name: 'people', description: '위임과 담당 창구 / Absences, desks and roles' },
    { name: 'money', description: '집행 현황과 시산표 / Statements and the trial balance' },
    { name: 'own', description: '내 정보와 통지 / One’s own' },
    { name: 'reference', description: '사업 연도판과 상태도 / Editions and charts' },
    { name: 'health', description: '상태 확인 / Health' },
  ],
};

/** Everything the page needs comes from us: no fonts, telemetry or assistants from elsewhere. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
].join('; ');

/** OpenAPI 3.1 at /openapi.json, and the page to read it at /docs. */
export async function showReference(api: Api): Promise<void> {
  let document: string | undefined;
  api.get('/openapi.json', { config: { isOpen: true }, schema: { hide: true } }, (_request, reply) => {
    document ??= JSON.stringify(told(api.swagger()));
    return reply.type('application/json').serializer(String).send(document);
  });
  // Browsers ask for one with every page.
  api.get('/favicon.ico', { config: { isOpen: true }, schema: { hide: true } }, (_request, reply) =>
    reply.code(204).send(),
  );
  api.addHook('onRoute', (route) => {
    if (route.url.startsWith('/docs')) route.config = { ...route.config, isOpen: true };
  });
  await api.register(reference, {
    routePrefix: '/docs',
    hooks: {
      onRequest: (_request, reply, done) => {
        void reply.header('content-security-policy', POLICY);
        done();
      },
    },
    configuration: {
      url: '/openapi.json',
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
      hideClientButton: true,
      defaultOpenAllTags: true,
    },
  });
}

/**
 * The document as it is told: with every operation in words, and without the shapes that no address uses (zod's registry
 * gives each twice, as sent and as answered).
 */
function told(document: ReturnType<Api['swagger']>): unknown {
  if (typeof document === 'string') return document;
  if (!('components' in document) || !document.components?.schemas) return document;
  const { schemas, ...components } = document.components;
  const used = new Set<string>();
  const follow = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name] ?? null);
    }
  };
  follow(document.paths ?? {});
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return {
    ...document,
    paths: toldOperations(document.paths as Parameters<typeof toldOperations>[0]),
    components: { ...components, schemas: withDiscriminators(kept) },
  };
}
