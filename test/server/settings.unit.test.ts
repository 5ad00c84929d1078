import { describe, expect, test } from 'vitest';
import { UsageError, readSettings } from '../../src/server/settings.js';

describe('the ports of `up`', () => {
  test('they are counted from 7400 when nobody chooses', () => {
    expect(readSettings([], {})?.ports).toEqual({
      api: 7400,
      temporal: 7401,
      temporalUi: 7402,
      postgres: 7403,
      issuer: 7404,
      rcms: 7405,
    });
  });

  test('--port-base moves all, --port and a variable move one', () => {
    const settings = readSettings(['--port-base', '9000', '--port=80'], { POSTGRES_PORT: '5499' });
    expect(settings?.ports).toMatchObject({ api: 80, temporal: 9001, postgres: 5499, rcms: 9005 });
  });

  test.each([
    [['--port', 'eighty'], {}, '--port is eighty'],
    [[], { RCMS_PORT: '0' }, 'RCMS_PORT is 0'],
    [['--prot', '80'], {}, '--prot'],
  ])('what is no port or no option is named: %j %j', (args, env, expected) => {
    expect(() => readSettings(args, env)).toThrow(UsageError);
    expect(() => readSettings(args, env)).toThrow(expected);
  });
});
