import { caseAddress } from '../../cli/case-address.js';
import type { Competition } from '../../contract/names.js';
import { callId } from '../../contract/names.js';
import type { Track } from '../../contract/names.js';
import type { Day } from '../../rules/calendar.js';
import { ASSUMED } from '../cohort/assumptions.js';
import { placesOf } from '../cohort/entrants.js';
import { staff } from '../cohort/people.js';
import type { Person } from '../cohort/people.js';
import { partnerLeaves } from './bad-days.js';
import type { Case } from './board.js';
import { after, earliest } from './days.js';
import { each } from './courier.js';
import { panelOf } from './moves/all.js';
import type { Rounds } from './rounds.js';
import { decideList, listDrafted, lowerCapacity } from './lists.js';
import { confirmPriorities, screen } from './screening.js';

/** How long after a call came into a state its staff act. */
const WORK_DAYS = {
  screening: 3,
  evaluating: 2,
  drafting: 2,
  proposed: 3,
  notified: 1,
  open: 1,
  closed: 1,
} as const;

/** The days from the notification of the first competition until the second is announced. */
const ROADMAP_CALL_AFTER = 7;

/** What the agency's staff do with a call, day by day, by the state that it is in. */
export class Agency {
  readonly #done = new Set<string>();

  constructor(private readonly rounds: Rounds) {}

  /** Plans a call, with the edition's window, and appoints its panel. */
  async plan(track: Track, competition: Competition): Promise<void> {
    const { cohort, courier } = this.rounds;
    const { edition, scale } = cohort;
    const places = placesOf(edition, track, scale);
    const capacity =
      competition === 'roadmap' ? Math.max(1, Math.round(edition.tracks[track].capacity * scale)) : places;
    const plan = { edition: edition.id, track, competition, capacity };
    await must(courier.post(staff('officer'), '/v1/calls', plan, 'PLAN_CALL'));
    await this.rounds.rest();
    const members = panelOf(track, competition).map(({ person, org }) => ({ person, org }));
    await this.#act(staff('officer'), callId(edition.id, track, competition), 'APPOINT_PANEL', { members });
  }

  /** Does what is to be done about the calls by a day; gives back how many steps that were. */
  async playDay(today: Day): Promise<number> {
    let steps = 0;
    for (const call of this.#calls()) {
      if (this.#dayOf(call) > today || !this.#isReady(call)) continue;
      if (await this.#step(call)) steps += 1;
      await this.rounds.rest();
    }
    return steps;
  }

  /** The next day on which the staff have to look at a call. */
  nextDay(today: Day): Day | undefined {
    const days = this.#calls().map((call) => this.#dayOf(call));
    return earliest(days.filter((day) => day > today));
  }

  #calls(): Case[] {
    return this.rounds.board.open().filter(({ kind }) => kind === 'call');
  }

  #dayOf({ state, since, id }: Case): Day {
    const name = state.split('.').at(-1) as keyof typeof WORK_DAYS;
    if (name === 'notified' && this.#done.has(`${id} lowered`)) return after(since, ROADMAP_CALL_AFTER);
    return after(since, WORK_DAYS[name] ?? 0);
  }

  /** Whether the projects have come so far that the call's next step is there. */
  #isReady({ id, state }: Case): boolean {
    const waiting: Readonly<Record<string, RegExp>> = {
      evaluating: /^(underEvaluation|roadmapEvaluation)\.(scoring|moderation)$/,
    };
    const pattern = waiting[state];
    return pattern === undefined || this.rounds.board.entrantsOf(id, pattern).length === 0;
  }

  async #step(call: Case): Promise<boolean> {
    switch (call.state) {
      case 'screening':
        return this.#screen(call);
      case 'evaluating':
        return this.#evaluate(call);
      case 'deliberating.drafting':
        return listDrafted(this.rounds, call);
      case 'deliberating.proposed':
        return decideList(this.rounds, call, this.#isFirst(`${call.id} proposed`));
      case 'notified':
        return this.#afterNotification(call);
      default:
        return false;
    }
  }

  async #screen(call: Case): Promise<boolean> {
    await this.#declare(call);
    await screen(this.rounds, call);
    await confirmPriorities(this.rounds, call);
    await this.#act(staff('officer'), call.id, 'FINISH_SCREENING');
    return true;
  }

  /** Panels are assigned as long as an entrant has none; then it is over. */
  async #evaluate(call: Case): Promise<boolean> {
    await this.#declare(call);
    const unassigned = this.rounds.board.entrantsOf(
      call.id,
      /^(underEvaluation|roadmapEvaluation)\.unassigned$/,
    );
    if (unassigned.length === 0) {
      await this.#act(staff('officer'), call.id, 'FINISH_EVALUATION');
      return true;
    }
    const address = `${caseAddress(call.id)}/assignments`;
    const { courier } = this.rounds;
    await must(courier.post(staff('officer'), `${address}?dryRun=true`, {}, 'assignments, dry run'));
    await must(courier.post(staff('officer'), `${address}?dryRun=false`, {}, 'assignments'));
    return true;
  }

  /** Each member of the panel says once which conflicts they have: with firms of this call, or none. */
  async #declare(call: Case): Promise<void> {
    const panel = call.facts['panel'] as readonly {
      readonly person: string;
      readonly org: string;
      readonly isDeclared: boolean;
    }[];
    const { dice } = this.rounds.cohort;
    const firms = [
      ...new Set(this.rounds.board.entrantsOf(call.id, /./).map(({ companyId }) => companyId)),
    ].sort();
    await each(
      panel.filter(({ isDeclared }) => !isDeclared),
      ({ person, org }) => {
        const has = firms.length > 0 && dice.chance(ASSUMED.panelists.conflict, 'conflict', person, call.id);
        const conflicts = has
          ? [{ about: dice.pick(firms, 'conflict', person, call.id), kind: 'money-or-joint-work' }]
          : [];
        return this.#act({ person, org, role: 'panelMember' }, call.id, 'DECLARE_CONFLICTS', { conflicts });
      },
    );
  }

  /** Once everybody was told: somebody tries to take places back, and a week later the second competition is announced. */
  async #afterNotification(call: Case): Promise<boolean> {
    if (this.#isFirst(`${call.id} lowered`)) {
      await lowerCapacity(this.rounds, call);
      return true;
    }
    const hasSecond = call.id.endsWith('/structured/selection');
    if (!hasSecond || !this.#isFirst('roadmap')) return false;
    await this.plan('structured', 'roadmap');
    await partnerLeaves(this.rounds, await this.rounds.today());
    return true;
  }

  /** Whether something is done for the first time. */
  #isFirst(what: string): boolean {
    const isFirst = !this.#done.has(what);
    this.#done.add(what);
    return isFirst;
  }

  async #act(who: Person, id: string, type: string, data: unknown = {}): Promise<void> {
    await must(this.rounds.courier.post(who, `${caseAddress(id)}/actions`, { type, data }, type));
  }
}

/** Throws where the service refuses what the rehearsal relies on. */
async function must(sending: Promise<{ readonly status: number; readonly body: unknown }>): Promise<void> {
  const { status, body } = await sending;
  if (status >= 300) throw new Error(`refused: ${JSON.stringify(body).slice(0, 800)}`);
}
