import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { isWithinCall, screeningVerdicts } from '../../src/rules/screening.js';
import type { DecidedClose, ScreeningFacts } from '../../src/rules/screening.js';
import { failing } from '../../src/rules/verdict.js';

const terms = termsOf(loadEdition('2026'), 'structured');
const planned = { closes: terms.window.closes, decidedAt: '2026-03-02T00:00:00.000Z' };
const sound: ScreeningFacts = {
  ...{ receivedAt: '2026-04-10T03:00:00.000Z', onDay: '2026-04-28', sector: 'B1' },
  ...{ firmRunning: 0, investigatorProjects: 0, investigatorAsPrincipal: 0, foreignBearsCost: false },
  funding: {
    ...{ government: '900000000', firmCash: '100000000', firmInKind: '300000000' },
    partnerCost: '100000000',
  },
  companyAlready: '0',
  proposal: 'open',
  call: { window: terms.window, history: [planned] },
};
const reasons = (changed: Partial<ScreeningFacts>): string[] =>
  failing(screeningVerdicts({ ...sound, ...changed }, terms)).map(({ code }) => code);

describe('The pre-check of an application to a call', () => {
  it('passes one that is in time, eligible and lawfully funded', () => {
    expect(reasons({})).toEqual([]);
  });

  it.each<[string, Partial<ScreeningFacts>, string[]]>([
    ['received after the close', { receivedAt: '2026-04-24T09:00:00.001Z' }, ['isWithinCall']],
    ['of a banned firm', { firmBannedUntil: '2026-12-31' }, ['isFirmFree']],
    ['of a firm with two running projects', { firmRunning: 2 }, ['isFirmWithinLimit']],
    ['in a sector of another list', { sector: 'Z9' }, ['isSectorListed']],
    ['naming a partner that left the register', { partner: 'partner-gone' }, ['isPartnerRegistered']],
    ['answering a proposal that was closed', { proposal: 'closed' }, ['isProposalOpen']],
    ['answering a proposal that nobody knows', { proposal: 'unknown' }, ['isProposalOpen']],
    [
      'asking for too much of the government',
      { funding: { ...sound.funding, government: '1300000000' } },
      ['isGovernmentWithinRatio', 'isFirmShareEnough'],
    ],
    [
      'with too little cash',
      { funding: { ...sound.funding, firmCash: '39999999', firmInKind: '360000001' } },
      ['isFirmCashEnough'],
    ],
    ['of a firm near its ceiling', { companyAlready: '500000001' }, ['isWithinCompanyCeiling']],
  ])('stops one %s', (_, changed, expected) => {
    expect(reasons(changed)).toEqual(expected);
  });

  it("counts the partner's cost under the firm's ceiling, though not in the ratios", () => {
    const verdict = screeningVerdicts(sound, terms).find(({ code }) => code === 'isWithinCompanyCeiling');
    expect(verdict?.evidence).toEqual({ already: '0', adding: '1000000000', cap: '1500000000' });
    expect(reasons({ companyAlready: '500000000' })).toEqual([]);
  });

  it('shows what it compared', () => {
    const [inTime] = screeningVerdicts(sound, terms);
    expect(inTime).toEqual({
      code: 'isWithinCall',
      ok: true,
      evidence: { receivedAt: sound.receivedAt, ...terms.window },
    });
  });

  it("outside of a call asks for the edition's window, and for no proposal where none is answered", () => {
    const { call: _call, proposal: _proposal, ...alone } = sound;
    const codes = screeningVerdicts(alone, terms).map(({ code }) => code);
    expect(codes).toContain('isWithinWindow');
    expect(codes).not.toContain('isWithinCall');
    expect(codes).not.toContain('isProposalOpen');
  });
});

describe('In time for a call', () => {
  const opens = '2026-04-06T00:00:00.000Z';
  const by = (closes: string, decidedAt: string): DecidedClose => ({ closes, decidedAt });
  const first = by('2026-04-24T09:00:00.000Z', '2026-03-02T00:00:00.000Z');
  const longer = by('2026-04-28T09:00:00.000Z', '2026-04-24T08:59:00.000Z');
  const shorter = by('2026-04-20T09:00:00.000Z', '2026-04-20T01:00:00.000Z');
  const inTime = (history: readonly DecidedClose[], receivedAt: string): boolean =>
    isWithinCall({ opens, closes: history.at(-1)?.closes ?? opens }, history, receivedAt);

  it('the close itself still is, a millisecond later is not', () => {
    expect(inTime([first], '2026-04-24T09:00:00.000Z')).toBe(true);
    expect(inTime([first], '2026-04-24T09:00:00.001Z')).toBe(false);
  });

  it('nothing is before it opens', () => {
    expect(inTime([first, longer], '2026-04-05T23:59:59.999Z')).toBe(false);
  });

  it('an extension helps, also who came between the old close and the decision', () => {
    expect(inTime([first, longer], '2026-04-24T09:00:00.001Z')).toBe(true);
    const late = by('2026-04-28T09:00:00.000Z', '2026-04-25T00:00:00.000Z');
    expect(inTime([first, late], '2026-04-24T10:00:00.000Z')).toBe(true);
  });

  it('a shortening harms nobody who came before it, and binds who comes after', () => {
    const harsh = by('2026-04-20T00:00:00.000Z', '2026-04-20T01:00:00.000Z');
    expect(inTime([first, harsh], '2026-04-20T00:30:00.000Z')).toBe(true);
    expect(inTime([first, harsh], '2026-04-20T01:30:00.000Z')).toBe(false);
    expect(inTime([first, shorter], '2026-04-20T09:00:00.001Z')).toBe(false);
  });

  it('whoever is in time when received stays so, whatever is decided later', () => {
    const moment = fc
      .integer({ min: 0, max: 40 })
      .map((day) => new Date(Date.UTC(2026, 3, 6 + day)).toISOString());
    const decisions = fc.array(fc.record({ closes: moment, decidedAt: moment }), { maxLength: 5 });
    fc.assert(
      fc.property(decisions, moment, (made, receivedAt) => {
        const history = [first, ...made.toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))];
        const then = history.filter(({ decidedAt }) => decidedAt <= receivedAt);
        fc.pre(inTime(then, receivedAt));
        expect(inTime(history, receivedAt)).toBe(true);
      }),
    );
  });
});
