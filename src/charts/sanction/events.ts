import type { EventMeta } from '../kernel/types.js';
import { event } from '../words.js';

/** The events of a sanction. */
export const sanctionEvents: Readonly<Record<string, EventMeta>> = {
  OPEN_SANCTION: event('제재처분 사전통지', 'Prior notice of the sanction', 'internal'),
  REQUEST_RECONSIDERATION: event('제재처분 재검토 요청', 'Ask for a reconsideration'),
  DECIDE_SANCTION: event('제재처분 결정', 'Decide on the sanction'),
};
