import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.js';
import { applyList, heldPlaces, placeUpheld, placesOf, promoteNext } from '../../src/ledger/places.js';
import { emptyBooks } from './books.js';
import { CALL, CHAIR, callStands, idOf, line, listOf, stands, toldTo } from './call-books.js';

const SELECTED = [1, 2, 3];
const RESERVE = [4, 5, 6, 7];
const REJECTED = [8, 9];

const BUDGET = 1_500n;

/** What may happen to a call's places at one moment. */
type Happening =
  | { readonly kind: 'promote'; readonly key: number; readonly freed: number | null }
  | { readonly kind: 'uphold'; readonly key: number; readonly number: number }
  | { readonly kind: 'end'; readonly number: number }
  | { readonly kind: 'capacity'; readonly capacity: number };

const anyProject = fc.integer({ min: 1, max: 9 });
const key = fc.integer({ min: 100, max: 130 });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('promote' as const), key, freed: fc.option(anyProject) }),
  fc.record({ kind: fc.constant('uphold' as const), key, number: fc.constantFrom(...REJECTED) }),
  fc.record({ kind: fc.constant('end' as const), number: anyProject }),
  fc.record({ kind: fc.constant('capacity' as const), capacity: fc.integer({ min: 3, max: 6 }) }),
);

async function happens(ledger: Ledger, one: Happening): Promise<void> {
  const move = (number: number) => ({ callId: CALL, key: `${CALL}/${number}.0`, by: CHAIR });
  const freed = (number: number | null) => (number === null ? null : idOf(number));
  if (one.kind === 'promote')
    return void (await promoteNext(ledger, { ...move(one.key), freed: freed(one.freed) }));
  if (one.kind === 'end') return stands(ledger, idOf(one.number), 'withdrawn', { done: true });
  if (one.kind === 'capacity') return callStands(ledger, { capacity: one.capacity, budget: String(BUDGET) });
  const place = { outcome: 'selected', rank: 1, grant: '900', firstTranche: '300' } as const;
  await placeUpheld(ledger, { ...move(one.key + 1_000), projectId: idOf(one.number), place });
}

async function begun(): Promise<Ledger> {
  const { ledger } = await emptyBooks();
  await callStands(ledger, { capacity: 3, budget: String(BUDGET) });
  const places = [
    ...SELECTED.map((number) => line(number, 'selected', { firstTranche: '300' })),
    ...RESERVE.map((number) => line(number, 'reserve', { reserveRank: number - 3, firstTranche: '300' })),
    ...REJECTED.map((number) => line(number, 'rejected')),
  ];
  const listSha256 = await listOf(ledger, places);
  await applyList(ledger, { callId: CALL, listSha256, key: `${CALL}/9.0`, by: CHAIR });
  for (const number of RESERVE) await stands(ledger, idOf(number), 'reserved');
  return ledger;
}

test('whatever happens at once, no place is given twice and neither capacity nor budget is passed', async () => {
  const moments = fc.array(fc.array(happening, { minLength: 1, maxLength: 4 }), {
    minLength: 3,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(moments, async (all) => {
      const ledger = await begun();
      let mostPlaces = 3;
      for (const moment of all) {
        for (const one of moment)
          if (one.kind === 'capacity') mostPlaces = Math.max(mostPlaces, one.capacity);
        // A subject has one writer, its workflow; the moves of places come all at once.
        for (const one of moment)
          if (one.kind === 'end' || one.kind === 'capacity') await happens(ledger, one);
        await Promise.all(
          moment.map(async (one) =>
            one.kind === 'promote' || one.kind === 'uphold' ? happens(ledger, one) : undefined,
          ),
        );
        const held = await heldPlaces(ledger, CALL);
        expect(held.places).toBeLessThanOrEqual(mostPlaces);
        expect(held.firstTranches).toBeLessThanOrEqual(BUDGET);
      }
      const [promoted, places] = [await toldTo(ledger, 'PROMOTED'), await placesOf(ledger, CALL)];
      expect(new Set(promoted.map(({ subjectId }) => subjectId)).size).toBe(promoted.length);
      expect(places).toHaveLength(9);
    }),
    { numRuns: 6 },
  );
});
