import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, onTestFinished, test } from 'vitest';
import { paymentEffects } from '../../activities/payment.js';
import type { EffectOrder } from '../../src/contract/messages.js';
import { startRcms } from '../../src/sandbox/rcms.js';
import type { RcmsFaults } from '../../src/sandbox/rcms.js';
import { NOON, PROJECT, TRANCHE } from '../ledger/books.js';
import { temporaryFolder } from '../support/folder.js';

const PAYMENT = { payee: 'company-0001', amount: '200000000', reference: TRANCHE };
const QUIET = { ...PAYMENT, quietPeriodMs: 400 };
const HOLD = { project: PROJECT, institution: 'company-0001' };

type Effect = keyof ReturnType<typeof paymentEffects>;
interface Performing {
  readonly attempt?: number;
  readonly chartId?: string;
}

/** Asks a portal as a worker would. */
function asking(portalUrl: string) {
  return (
    name: Effect,
    params: EffectOrder['params'],
    { attempt = 1, chartId = 'tranche.v2' }: Performing = {},
  ) => {
    const whose = { subjectId: TRANCHE, chartId, companyId: 'company-0001', editionId: '2026' };
    const order = { key: `${TRANCHE}/7.0`, ...whose, at: NOON, name, params };
    return new MockActivityEnvironment({ attempt }).run(paymentEffects(portalUrl)[name], order);
  };
}

async function given(faults: RcmsFaults = {}) {
  const file = join(await temporaryFolder(), 'book');
  const portal = await startRcms({ host: '127.0.0.1', port: 0, file, faults });
  onTestFinished(portal.stop);
  return { portal, perform: asking(portal.url) };
}

/** A portal that answers everything in one way. */
async function answering(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Where a portal was, and is no more. */
async function nowhere(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return `http://127.0.0.1:${port}`;
}

function json(status: number, body: object): RequestListener {
  return (_, response) => {
    response
      .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
      .end(JSON.stringify(body));
  };
}

describe('A payment', () => {
  test('that the portal confirms is confirmed, and however often it is ordered it is one', async () => {
    const { perform, portal } = await given();
    const confirmed = await perform('payTranche', PAYMENT);
    expect(await perform('payTranche', PAYMENT)).toEqual(confirmed);
    const [paid, ...others] = portal.payments();
    expect(others).toEqual([]);
    const { paymentId, paidAt } = paid ?? {};
    expect(confirmed).toEqual({ type: 'PAYMENT_CONFIRMED', data: { paymentId, paidAt } });
  });

  test.each<[string, RcmsFaults]>([
    ['cuts the connection', { dropAnswers: 1 }],
    ['answers with an error', { failAfter: 1 }],
    ['answers when nobody waits any more', { answerLate: 1 }],
  ])('that was made though the portal %s is found by its key and confirmed', async (_, faults) => {
    const { perform, portal } = await given(faults);
    expect(await perform('payTranche', PAYMENT)).toMatchObject({ type: 'PAYMENT_CONFIRMED' });
    expect(portal.payments()).toHaveLength(1);
  });

  test.each<[string, RcmsFaults]>([
    ['answers with an error', { failBefore: 1 }],
    ['only says that it will', { queue: 1, queueMs: 60_000 }],
    ['says nothing at all', { hang: 1 }],
  ])('is unknown, and not ordered again, where the portal %s', async (_, faults) => {
    const { perform, portal } = await given(faults);
    const reply = await perform('payTranche', PAYMENT);
    expect(reply).toMatchObject({ type: 'PAYMENT_UNKNOWN', data: { reason: expect.any(String) } });
    expect(portal.payments()).toEqual([]);
  });

  test('is unknown where the portal is away', async () => {
    const perform = asking(await nowhere());
    const unknown = { type: 'PAYMENT_UNKNOWN', data: { reason: 'no answer' } };
    expect(await perform('payTranche', PAYMENT)).toEqual(unknown);
  });

  test('that the portal refuses for good is rejected, with what it says', async () => {
    const { perform, portal } = await given({ reject: 1 });
    expect(await perform('payTranche', PAYMENT)).toEqual({
      type: 'PAYMENT_REJECTED',
      data: { reason: '422 the portal does not accept this order' },
    });
    expect(portal.payments()).toEqual([]);
  });

  test.each([408, 425, 429])('is no refusal where the portal asks for patience: %d', async (status) => {
    const perform = asking(await answering(json(status, {})));
    expect(await perform('payTranche', PAYMENT)).toMatchObject({ type: 'PAYMENT_UNKNOWN' });
  });

  test('is not confirmed by what was said of another one', async () => {
    const made = { ...PAYMENT, key: TRANCHE, paymentId: 'x', status: 'paid', paidAt: NOON };
    const others = [
      { ...made, key: `${PROJECT}/tranche/2` },
      { ...made, amount: '1' },
      { paymentId: 'x', paidAt: NOON },
    ];
    for (const other of others) {
      const url = await answering((request, response) =>
        request.method === 'POST' ? json(201, other)(request, response) : json(404, {})(request, response),
      );
      expect(await asking(url)('payTranche', PAYMENT)).toMatchObject({ type: 'PAYMENT_UNKNOWN' });
    }
  });

  test('whose worker died is asked for by its key and never ordered a second time', async () => {
    const { perform, portal } = await given();
    expect(await perform('payTranche', PAYMENT, { attempt: 2 })).toMatchObject({ type: 'PAYMENT_UNKNOWN' });
    expect(portal.payments()).toEqual([]);
    await perform('payTranche', PAYMENT);
    expect(await perform('payTranche', PAYMENT, { attempt: 2 })).toMatchObject({ type: 'PAYMENT_CONFIRMED' });
  });

  test('that the portal knows with another amount is a defect: as loud at every try, until somebody has looked', async () => {
    const { perform, portal } = await given();
    await perform('payTranche', PAYMENT);
    for (const attempt of [1, 2]) {
      const other = perform('payTranche', { ...PAYMENT, amount: '1' }, { attempt });
      await expect(other).rejects.toThrow(`the portal knows ${TRANCHE} as another payment`);
      await expect(other).rejects.not.toBeInstanceOf(ApplicationFailure);
    }
    expect(portal.payments()).toHaveLength(1);
  });

  test.each<[string, RcmsFaults]>([
    ['is in trouble', { failBefore: 1 }],
    ['refuses it', { reject: 1 }],
  ])(
    'of the first version, which knows no other outcome, is tried again where the portal %s',
    async (_, faults) => {
      const { perform } = await given(faults);
      const first = { chartId: 'tranche.v1' };
      await expect(perform('payTranche', PAYMENT, first)).rejects.toThrow(/the payment is/);
      const again = perform('payTranche', PAYMENT, { ...first, attempt: 2 });
      expect(await again).toMatchObject({ type: 'PAYMENT_CONFIRMED' });
    },
  );
});

describe('An unknown payment', () => {
  test('that was made is found', async () => {
    const { perform } = await given();
    const { data } = (await perform('payTranche', PAYMENT)) as { data: object };
    expect(await perform('reconcilePayment', QUIET)).toEqual({ type: 'PAYMENT_CONFIRMED', data });
  });

  test('that is made within the quiet period is found at its end', async () => {
    const { perform } = await given({ queue: 1, queueMs: 200 });
    expect(await perform('payTranche', PAYMENT)).toMatchObject({ type: 'PAYMENT_UNKNOWN' });
    expect(await perform('reconcilePayment', QUIET)).toMatchObject({ type: 'PAYMENT_CONFIRMED' });
  });

  test('was not made where the portal says so twice, with the quiet period between', async () => {
    const { perform } = await given();
    const asked = Date.now();
    expect(await perform('reconcilePayment', QUIET)).toEqual({ type: 'PAYMENT_NOT_MADE', data: {} });
    expect(Date.now() - asked).toBeGreaterThanOrEqual(QUIET.quietPeriodMs);
  });

  test('stays unknown while the portal doesn’t answer, or only once', async () => {
    await expect(asking(await nowhere())('reconcilePayment', QUIET)).rejects.toThrow(/did not answer/);
    let asked = 0;
    const url = await answering((request, response) =>
      json(asked++ === 0 ? 404 : 500, {})(request, response),
    );
    await expect(asking(url)('reconcilePayment', QUIET)).rejects.toThrow(/answered 500/);
  });
});

describe('What an institution may draw', () => {
  test('is held and let go at the portal, any number of times', async () => {
    const { perform, portal } = await given();
    const held = async (): Promise<unknown> => (await fetch(`${portal.url}/holds`)).json();
    for (let tries = 0; tries < 2; tries += 1) expect(await perform('holdSpending', HOLD)).toBeNull();
    const key = `${HOLD.project}/${HOLD.institution}`;
    expect(await held()).toMatchObject({ holds: [{ key, ...HOLD }] });
    for (let tries = 0; tries < 2; tries += 1) expect(await perform('liftSpending', HOLD)).toBeNull();
    expect(await held()).toEqual({ holds: [] });
  });

  test('is asked for again where the portal is away', async () => {
    await expect(asking(await nowhere())('holdSpending', HOLD)).rejects.toThrow(/did not answer/);
  });
});
