import { caseAddress } from '../../cli/case-address.js';
import { loadEdition } from '../../program/load.js';
import { staff } from '../../rehearsal/cohort/people.js';
import type { Person } from '../../rehearsal/cohort/people.js';
import type { Answer, Courier } from './courier.js';
import { EDITION } from './preparation.js';
import type { Claimable } from './preparation.js';
import type { Seen } from './watch.js';

const YEAR_MS = 365 * 86_400_000;

/** What people decide on a tranche; every answer is final, also a refusal. */
export class Desk {
  constructor(private readonly courier: Courier) {}

  /** The firm claims with every document that the edition asks for. */
  claim({ id, firm, documentSha256 }: Claimable): Promise<Answer> {
    const expiresOn = new Date(Date.now() + YEAR_MS / 2).toISOString().slice(0, 10);
    const needed = loadEdition(EDITION).claim?.documents.filter((each) => each.needed) ?? [];
    const documents = needed.map(({ kind, validFor }) => ({
      ...{ kind, sha256: documentSha256 },
      ...(validFor === undefined ? {} : { expiresOn }),
    }));
    return this.#decide(firm, id, 'CLAIM', { documents });
  }

  /** The approval of the program, of exactly what stands. */
  approveFirst({ id, approves }: Seen, who = staff('approver')): Promise<Answer> {
    return this.#decide(who, id, 'APPROVE_FIRST', { sha256: approves });
  }

  /** The approval of finance, of exactly what stands. */
  approveSecond({ id, approves }: Seen, who = staff('finance')): Promise<Answer> {
    return this.#decide(who, id, 'APPROVE_SECOND', { sha256: approves });
  }

  /** The portal said no: finance has the order sent again. */
  retryPayment({ id }: Seen): Promise<Answer> {
    return this.#decide(staff('finance'), id, 'RETRY_PAYMENT', { reason: '지급 정보를 정정하였습니다.' });
  }

  /** From now on a person hasn't their role any more. Throws what the service refuses. */
  async revoke({ person, role }: Person): Promise<void> {
    const json = { person, role, ground: '장애 시험: 승인 권한 회수' };
    await this.courier.must(staff('administrator'), '/v1/role-revocations', json);
  }

  #decide(who: Person, id: string, type: string, data: object): Promise<Answer> {
    return this.courier.post(who, `${caseAddress(id)}/actions`, { type, data });
  }
}
