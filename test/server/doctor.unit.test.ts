import { describe, expect, test } from 'vitest';
import { describeFinding, doctor, isFit } from '../../src/server/doctor.js';
import type { Finding } from '../../src/server/doctor.js';

const go: Finding = {
  name: 'Go',
  isFound: false,
  neededFor: 'service',
  detail: 'not on PATH',
  help: { ko: 'Go를 설치하십시오.', en: 'Install Go.' },
};

describe('the doctor', () => {
  test('names everything that the service and its tests lean on', async () => {
    const names = (await doctor()).map(({ name }) => name);
    expect(names).toEqual([
      'Node.js',
      'npm',
      'PostgreSQL',
      'Temporal',
      'Temporal test server',
      'Go',
      'Java, Maven',
      'Chromium',
      'curl',
      'ports',
      'disk',
      'npm registry',
      'Go module proxy',
    ]);
  }, 30_000);

  test('says of what is missing what to do, in either language', () => {
    expect(describeFinding(go, 'en')).toBe('✗ Go: not on PATH\n    Install Go.');
    expect(describeFinding(go, 'ko')).toContain('Go를 설치하십시오.');
    expect(describeFinding({ ...go, isFound: true, detail: 'go1.26' }, 'en')).toBe('✓ Go: go1.26');
  });

  test('finds the machine unfit for what the service needs, not for what only tests need', () => {
    expect(isFit([go])).toBe(false);
    expect(isFit([{ ...go, neededFor: 'tests' }])).toBe(true);
    expect(isFit([{ ...go, isFound: true }])).toBe(true);
  });
});
