import type { ChartEvent } from './kernel/types.js';
import { roleGuards } from './roles.js';

/** Who may, with panel members (평가위원) and administrators among them; whether one sits on the very panel is another guard. */
export const rolesWithPanel = {
  ...roleGuards,
  isPanelMember: ({ event }: { readonly event: ChartEvent }): boolean => event.by.role === 'panelMember',
  isAdministrator: ({ event }: { readonly event: ChartEvent }): boolean => event.by.role === 'administrator',
};
