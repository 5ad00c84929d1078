import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse } from './house.js';
import type { House } from './house.js';
import {
  GRANT,
  PAPER,
  agreed,
  dueOf,
  evaluated,
  expectBooksToAgree,
  knows,
  later,
  released,
} from './steps.js';

const OPINION = { ko: '협약 위반이 확인되었습니다.', en: 'The breach was found.' };

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('a firm that broke its agreement', () => {
  test('is told of a sanction, keeps silent for its twenty days, and pays what the ministry decided', async () => {
    const project = await house.apply('autonomous');
    await evaluated(project);
    await project.decide('committee', 'SELECT', { grant: GRANT });
    await agreed(project);
    await released(project.tranche(1));
    await knows(project, 1, 'released');
    await project.decide('officer', 'OPEN_SPECIAL_EVALUATION', { ground: 'breach' });
    await project.decide('applicant', 'SUBMIT_EXPLANATION', PAPER);
    const stop = { outcome: 'stop', basis: 'special-evaluation' };
    expect(await project.decide('committee', 'DECIDE_SPECIAL_EVALUATION', stop)).toBe('finalEvaluation');
    await project.decide('officer', 'PROPOSE_SANCTION', {
      ...{ kind: 'levy', amount: '5000000', ground: '연구개발비를 다른 곳에 사용하였습니다.' },
    });
    const sanction = project.sanction(1);
    await sanction.comesTo('notified');
    await house.passTo(later(await dueOf(sanction, 'sanction-reconsideration'), 10_000));
    await sanction.comesTo('deciding');
    await house.restart();
    const imposed = { outcome: 'imposed', opinion: OPINION };
    expect(await sanction.decide('committee', 'DECIDE_SANCTION', imposed)).toBe('imposed');
    const recovery = project.recovery(1);
    await recovery.comesTo('owed');
    const receivedOn = (await house.now()).slice(0, 10);
    const receipt = { amount: '5000000', reference: 'bank-1', receivedOn };
    expect(await recovery.decide('finance', 'RECORD_RECEIPT', receipt)).toBe('recovered');
    expect((await project.view()).facts['sanctions']).toMatchObject([{ kind: 'levy', state: 'imposed' }]);
    await expectBooksToAgree(house);
  }, 200_000);
});
