import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** The measure of all things here: a workflow that does nothing but take Updates, and remembers who sent them. */
export async function bare(): Promise<void> {
  const approvedBy: string[] = [];
  setHandler(defineUpdate<number, [string]>('approve'), (by) => approvedBy.push(by));
  await condition(() => false);
}
