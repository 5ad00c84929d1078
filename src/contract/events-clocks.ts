import { z } from 'zod';
import { clockNames, lengthSchema } from '../program/schema-clocks.js';
import { day, opaqueRef, prose } from './events-basics.js';

const clock = z.enum(clockNames).describe('The time limit, by its name in the edition');
const ground = prose.describe('Why; it stands in the record');

const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
  error: '날짜는 12-24 형식이어야 합니다 / a day of a year looks like 12-24',
});

/** What counts a clock anew: another day to start from, or a holiday that was added (domain.md section 4). */
export const recountPayloads = {
  CORRECT_CLOCK: z.strictObject({
    clock,
    from: day.describe('The day from which it really runs, in Korea'),
    ground,
  }),
  RECOUNT_CLOCKS: z.strictObject({
    daysAdded: z
      .record(z.string().regex(/^\d{4}$/), z.array(monthAndDay).min(1).max(31))
      .describe('Days off that were added, as MM-DD under each year'),
    ground,
    decidedBy: opaqueRef.describe('Who decided on the holiday with whoever proposed it'),
  }),
};

/** The events about clocks that people send to a case whose clocks are somebody's duty. */
export const clockPayloads = {
  ...recountPayloads,
  EXTEND_CLOCK: z
    .strictObject({
      clock,
      until: day.optional().describe('The last day, in Korea'),
      length: lengthSchema.optional().describe('How much longer, instead of a last day'),
      ground,
    })
    .refine(({ until, length }) => (until === undefined) !== (length === undefined), {
      path: ['until'],
      error:
        '새 기한일(until)과 연장 기간(length) 가운데 하나만 적으십시오 / say either the last day (until) or how much longer (length)',
    }),
  SUSPEND_CLOCK: z.strictObject({ clock, ground }),
  RESUME_CLOCK: z.strictObject({ clock }),
};
