import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Api } from './deps.js';

/** The process's numbers, read at /metrics. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: 'rnd_http_request_seconds',
  help: 'How long requests took, by route and status',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});

/** What deliveries led to: done, refused or away. */
export const deliveries = new Counter({
  name: 'rnd_deliveries_total',
  help: 'Commands brought to their workflow, by kind and outcome',
  labelNames: ['kind', 'outcome'] as const,
  registers: [registry],
});

/** Measures and logs every request, by its route's pattern: no query, no body, no header and nobody's name. */
export function measureRequests(api: Api): void {
  api.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    const { statusCode: status, elapsedTime: ms } = reply;
    requests.observe({ method, route, status }, ms / 1_000);
    request.log.info({ method, route, status, ms: Math.round(ms) }, 'answered');
    done();
  });
}
