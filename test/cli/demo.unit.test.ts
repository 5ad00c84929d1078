import { describe, expect, it } from 'vitest';
import { applicationSchema } from '../../src/contract/events.js';
import { TRACKS } from '../../src/contract/names.js';
import { movedIn, sumsOf } from '../../src/cli/demo/sums.js';
import { SCRIPTS } from '../../src/cli/demo/scripts.js';
import { Client } from '../../src/cli/http.js';
import { inBrief } from '../../src/cli/said.js';
import { sampleApplication } from '../../src/cli/sample-application.js';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { ratioVerdict } from '../../src/rules/money.js';

const EVIDENCE = { partnerEvidenceSha256: 'a'.repeat(64) };
const nobody = new Client('http://127.0.0.1:9', undefined);

/** What a track's sample says, without asking anybody: the evidence is there already. */
function sampleOf(track: (typeof TRACKS)[number], own: object = {}) {
  const needsEvidence = track === 'autonomous' || track === 'ecoBridge';
  return sampleApplication(nobody, track, { ...(needsEvidence ? EVIDENCE : {}), ...own });
}

describe.each(TRACKS)('the sample application of %s', (track) => {
  it('is complete as its track asks for it', async () => {
    expect(applicationSchema.safeParse(await sampleOf(track)).error).toBeUndefined();
  });

  it('names a partner and a sector of the edition, and splits the money lawfully', async () => {
    const terms = termsOf(loadEdition('2026'), track);
    const { money, partnerId, sector } = applicationSchema.parse(await sampleOf(track));
    expect(terms.partners).toContain(partnerId);
    expect(terms.sectors).toContain(sector);
    expect(ratioVerdict(money, terms.ratios).filter(({ ok }) => !ok)).toEqual([]);
  });

  it("gives way to the caller's own words", async () => {
    const title = { ko: '우리 과제', en: 'Our project' };
    expect(await sampleOf(track, { title })).toMatchObject({ title, track });
  });
});

describe('the scripts of the demonstration', () => {
  it('take each track, and promise what the tranches add up to', () => {
    expect(new Set(SCRIPTS.map(({ track }) => track))).toEqual(new Set(TRACKS));
    for (const { ends } of SCRIPTS) expect(ends.tranches.length === 0).toBe(ends.released === '0');
  });

  it('hold a refusal, a window that runs out and a gate that says RECYCLE', () => {
    const turns = SCRIPTS.flatMap((script) => script.turns({ applicant: 'a', partner: 'p' }));
    expect(turns.some((turn) => 'refusedWith' in turn)).toBe(true);
    expect(turns.some((turn) => 'until' in turn && turn.until === 'expired')).toBe(true);
    expect(turns.some((turn) => 'leaves' in turn && turn.leaves?.['clinicalStage'] === 'ind-enabling')).toBe(
      true,
    );
  });
});

describe('the money that a project moved', () => {
  const line = { committed: '100000000', released: '100000000', returned: '1500000' };

  it('is read off its statement', () => {
    expect(movedIn([line])).toEqual({
      ...{ committed: 100_000_000n, released: 100_000_000n, returned: 1_500_000n },
    });
  });

  it('adds up over projects, and to nothing where none moved any', () => {
    const moved = movedIn([line]);
    expect(sumsOf([moved, moved]).returned).toBe('3000000');
    expect(sumsOf([movedIn([])])).toEqual({ committed: '0', released: '0', returned: '0' });
  });
});

describe('what an event says in brief', () => {
  it('is its short values; documents, lists and prose stay out', () => {
    const data = { outcome: 'RECYCLE', toStage: 'hit-finding', documentSha256: 'a'.repeat(64), score: 86 };
    const more = { reason: '가'.repeat(41), conditions: [{ id: 'c' }] };
    expect(inBrief({ ...data, ...more })).toBe('outcome=RECYCLE toStage=hit-finding score=86');
  });
});
