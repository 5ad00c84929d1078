// A container's health check: ends well when the API says that it is ready.
const url = `http://127.0.0.1:${process.env['API_PORT'] || 7400}/readyz`;
const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
process.exitCode = answer?.status === 200 ? 0 : 1;
