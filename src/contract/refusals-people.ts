import { refusal } from './refusals-entry.js';
import type { Role } from '../charts/kernel/types.js';

function only(ko: string, en: string, ...roles: readonly Role[]) {
  return refusal(
    403,
    [`${ko}만 할 수 있는 요청입니다.`, `Only ${en} may do this.`],
    [`${ko} 측에 처리를 요청하십시오.`, `Ask ${en} to do it.`],
    ...roles,
  );
}

/** Who may (domain.md section 6), and the separation of the people who approve money (section 3). */
export const peopleRefusals = {
  isApplicant: only('신청기업', 'the applicant company', 'applicant'),
  isPartner: only('협력기관', 'the partner institution', 'partner'),
  isApplicantOrPartner: only(
    '신청기업 또는 협력기관',
    'the applicant company or its partner',
    'applicant',
    'partner',
  ),
  isOfficer: only('전문기관 담당자', 'an officer of the agency', 'officer'),
  isOfficerOrPartner: only(
    '담당자 또는 협력기관',
    'an officer or the partner institution',
    'officer',
    'partner',
  ),
  isOfficerOrCommittee: only('담당자 또는 심의위원회', 'an officer or the committee', 'officer', 'committee'),
  isPanelMember: only('평가위원', 'a panel member', 'panelMember'),
  isCommittee: only('심의위원회', 'the deliberation committee', 'committee'),
  isApprover: only('사업 승인자', 'an approver of the program', 'approver'),
  isFinance: only('재무 담당자', 'a finance officer', 'finance'),
  isApproverOrFinance: only(
    '승인자 또는 재무 담당자',
    'an approver or a finance officer',
    'approver',
    'finance',
  ),
  isAdministrator: only('관리자', 'an administrator', 'administrator'),
  isRegulatorOrOfficer: only(
    '규제기관 또는 그 통보를 등록하는 담당자',
    'the regulator, or an officer entering what it said',
    'regulator',
    'officer',
  ),
  isSystem: refusal(
    403,
    ['시스템이 스스로 처리하는 사건입니다.', 'The service does this by itself.'],
    [
      '사람이 보낼 수 없습니다. 진행 상황을 기다려 주십시오.',
      'Nobody can send it; wait for the case to move on.',
    ],
    'system',
  ),
  isOwnCase: refusal(
    403,
    ['소속 기관이 당사자가 아닌 건입니다.', 'Your organisation is not a party to this case.'],
    [
      '당사자인 기관의 담당자가 처리해야 합니다.',
      'Somebody of an organisation that is a party has to do it.',
    ],
    'applicant',
    'partner',
  ),
  isNotClaimant: refusal(
    403,
    ['청구한 사람은 승인할 수 없습니다.', 'Whoever claimed the money may not approve it.'],
    ['다른 승인자가 승인해야 합니다.', 'Another approver has to do it.'],
    'approver',
  ),
  isSecondPerson: refusal(
    403,
    [
      '1차 승인자나 청구자는 2차 승인을 할 수 없습니다.',
      'The second approval must come from somebody who neither approved first nor claimed.',
    ],
    [
      '다른 재무 담당자가 승인해야 합니다. 위임받은 승인도 같은 사람으로 봅니다.',
      'Another finance officer has to approve; acting under a delegation counts as both people.',
    ],
    'finance',
  ),
};
