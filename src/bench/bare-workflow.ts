import { defineSearchAttributeKey } from '@temporalio/common';
import {
  condition,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';

const approve = defineUpdate<number, [string]>('approve');
const STATE = defineSearchAttributeKey('State', 'KEYWORD');

const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({
  startToCloseTimeout: '10 seconds',
});

/** The measure of all things here: a workflow that does nothing but take Updates, and remembers who sent them. */
export async function bare(): Promise<void> {
  const approvedBy: string[] = [];
  setHandler(approve, (by) => approvedBy.push(by));
  await condition(() => false);
}

/** The same with what a decision of ours asks of Temporal: a local activity before the answer, and a search attribute. */
export async function equipped(): Promise<void> {
  const approvedBy: string[] = [];
  setHandler(approve, async (by) => {
    await nothing();
    upsertSearchAttributes([{ key: STATE, value: `approved ${approvedBy.length + 1}` }]);
    return approvedBy.push(by);
  });
  await condition(() => false);
}
