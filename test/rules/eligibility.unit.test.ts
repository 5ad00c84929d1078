import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { preCheckVerdicts } from '../../src/rules/eligibility.js';
import type { ApplicationFacts } from '../../src/rules/eligibility.js';
import type { TrackId } from '../../src/program/types.js';
import { failing } from '../../src/rules/verdict.js';

const eligible: ApplicationFacts = {
  receivedAt: '2026-05-01T03:00:00.000Z',
  onDay: '2026-05-18',
  firmRunning: 1,
  investigatorProjects: 4,
  investigatorAsPrincipal: 2,
  foreignBearsCost: false,
  sector: 'B1',
  partner: 'partner-fraunhofer',
};

function reasons(changed: Partial<ApplicationFacts>, track: TrackId = 'autonomous'): string[] {
  const terms = termsOf(loadEdition('2026'), track);
  return failing(preCheckVerdicts({ ...eligible, ...changed }, terms)).map((verdict) => verdict.code);
}

describe('Pre-check of an application', () => {
  it('passes a firm within every limit', () => {
    expect(reasons({})).toEqual([]);
  });

  it.each<[string, Partial<ApplicationFacts>, string]>([
    ['received after the window closed', { receivedAt: '2026-05-15T09:00:00.001Z' }, 'isWithinWindow'],
    ['a firm banned until that very day', { firmBannedUntil: '2026-05-18' }, 'isFirmFree'],
    ['a banned principal investigator', { investigatorBannedUntil: '2028-01-31' }, 'isInvestigatorFree'],
    ['a firm with two running projects', { firmRunning: 2 }, 'isFirmWithinLimit'],
    ['a researcher on five projects', { investigatorProjects: 5 }, 'isInvestigatorWithinLimit'],
    ['a principal of three', { investigatorAsPrincipal: 3 }, 'isPrincipalWithinLimit'],
    ['a sector of another list', { sector: 'Z9' }, 'isSectorListed'],
    ['a partner not in the register', { partner: 'partner-nobody' }, 'isPartnerRegistered'],
  ])('stops %s', (_, changed, reason) => {
    expect(reasons(changed)).toEqual([reason]);
  });

  it('lets in a firm whose ban ended the day before', () => {
    expect(reasons({ firmBannedUntil: '2026-05-17' })).toEqual([]);
  });

  it('allows one project more where a foreign corporation bears cost', () => {
    expect(reasons({ investigatorProjects: 5, investigatorAsPrincipal: 3, foreignBearsCost: true })).toEqual(
      [],
    );
    expect(
      reasons({ investigatorProjects: 6, investigatorAsPrincipal: 4, foreignBearsCost: true }),
    ).toHaveLength(2);
  });

  it('asks the autonomous track for a partner at once, the structured track not yet', () => {
    const { partner: _, ...alone } = { ...eligible, receivedAt: '2026-04-10T03:00:00.000Z' };
    const open = { opens: '2026-01-01T00:00:00.000Z', closes: '2026-12-31T00:00:00.000Z' };
    const verdicts = (track: TrackId): string[] =>
      failing(preCheckVerdicts(alone, { ...termsOf(loadEdition('2026'), track), window: open })).map(
        ({ code }) => code,
      );
    expect(verdicts('autonomous')).toEqual(['isPartnerRegistered']);
    expect(verdicts('structured')).toEqual([]);
  });
});
