import { z } from 'zod';
import type { Ledger } from '../src/ledger/ledger.js';
import { bookNotice } from '../src/ledger/notices.js';
import type { PerformEffect } from './effect.js';

const noticeParams = z.object({ to: z.string(), notice: z.string() });

/** `sendNotice`: an organisation finds the notice in its letter-box, once for each order. */
export function noticeEffects(ledger: Ledger) {
  const sendNotice: PerformEffect = async ({ key, subjectId, params }) => {
    const { to, notice } = noticeParams.parse(params);
    await bookNotice(ledger, { key, subjectId, org: to, notice, params: {} });
    return null;
  };
  return { sendNotice };
}
