import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { SUBJECTS } from '../../src/contract/names.js';
import { bundleWorkflows } from '../../src/worker/bundle.js';
import type { BuiltBundle } from '../../src/worker/bundle.js';
import { eventTypesOf, recordedHistories, typeOf } from './histories.js';

// What it would say of a history that diverges is what a test below is about.
Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR' } } });

/** Thousands of announcements to one case, in one run, from before they had to wait their turn. */
const CROWD = 'crowd-v1/2026-autonomous-0001.run-1';

const recorded = await recordedHistories();

/** Replays every recorded history with a bundle; gives back the names of those that come out otherwise. */
async function divergent(workflowBundle: { readonly code: string }): Promise<string[]> {
  const replayed = Worker.runReplayHistories(
    { workflowBundle },
    recorded.map(({ name, history }) => ({ workflowId: name, history })),
  );
  const names: string[] = [];
  for await (const { workflowId, error } of replayed) if (error) names.push(workflowId);
  return names;
}

describe('the recorded histories', () => {
  test('hold every subject, a history that was cut, a payment, and a window that ran out', () => {
    expect(new Set(recorded.map(typeOf))).toEqual(new Set(SUBJECTS));
    const events = new Set(recorded.flatMap((one) => [...eventTypesOf(one)]));
    expect(events).toContain('EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW');
    expect(events).toContain('EVENT_TYPE_TIMER_FIRED');
    expect(events).toContain('EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED');
  });

  describe('against the workflow code as it is', () => {
    let bundle: BuiltBundle;

    beforeAll(async () => {
      bundle = await bundleWorkflows();
    }, 120_000);

    test('every one is decided as it was decided then', async () => {
      expect(await divergent(bundle)).toEqual([]);
    }, 120_000);

    test('code that would wait without its timer is found out', async () => {
      const changed = { code: bundle.code.replaceAll('(isOff, waitMs)', '(isOff)') };
      expect(changed.code).not.toBe(bundle.code);
      const waited = recorded.filter((one) => eventTypesOf(one).has('EVENT_TYPE_TIMER_FIRED'));
      expect(waited).not.toEqual([]);
      const found = await divergent(changed);
      expect(found).not.toEqual([]);
      expect(found.every((name) => recorded.some((one) => one.name === name))).toBe(true);
    }, 120_000);

    test('code that would let announcements wait in a case that began without is found out', async () => {
      const changed = {
        code: bundle.code.replaceAll(/\(0, ?\w+\.patched\)\(["']announcements-wait["']\)/g, 'true'),
      };
      expect(changed.code).not.toBe(bundle.code);
      expect(await divergent(changed)).toEqual([CROWD]);
    }, 120_000);

    test('code that would order something else is found out', async () => {
      const changed = { code: bundle.code.replaceAll('sendNotice', 'sendLetter') };
      expect(changed.code).not.toBe(bundle.code);
      const ordering = recorded.filter((one) => eventTypesOf(one).has('EVENT_TYPE_ACTIVITY_TASK_SCHEDULED'));
      expect(ordering).not.toEqual([]);
      expect(await divergent(changed)).toEqual(ordering.map(({ name }) => name));
    }, 120_000);
  });
});
