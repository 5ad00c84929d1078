import { DefaultLogger, Runtime } from '@temporalio/worker';

// What these suites do to workers on purpose would fill the screen; what they expect of it, they say.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'ERROR' } },
});
