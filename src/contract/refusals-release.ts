import { refusal } from './refusals-entry.js';

/** What a tranche is claimed, approved and released upon (domain.md section 3). */
export const releaseRefusals = {
  isAgreementInForce: refusal(
    409,
    ['협약이 효력을 갖고 있지 않습니다.', 'The agreement is not in force.'],
    [
      '협약이 체결되고 유지되는 동안에만 청구하고 승인할 수 있습니다. 담당자에게 확인하십시오.',
      'A tranche is claimed and approved only while the agreement is in force; speak to the officer.',
    ],
    'officer',
  ),
  isStageReportAccepted: refusal(
    409,
    ['앞 단계의 보고서가 아직 인정되지 않았습니다.', 'The report of the stage before has not been accepted.'],
    [
      '단계보고서가 제출되어 단계평가를 마치면 진행할 수 있습니다.',
      'Go on once the stage report has been submitted and evaluated.',
    ],
    'applicant',
    'officer',
  ),
  isGatePassed: refusal(
    409,
    ['앞 단계의 관문을 통과하지 못했습니다.', 'The gate before this tranche has not been passed.'],
    ['관문 결정이 있은 뒤에 진행하십시오.', 'Go on once the gate has been decided.'],
    'committee',
  ),
  isInstitutionNotFrozen: refusal(
    409,
    ['해당 기관의 연구개발비 집행이 정지되어 있습니다.', "The institution's spending is frozen."],
    [
      '특별평가 등 정지 사유가 해소될 때까지 청구, 승인, 인출을 할 수 없습니다.',
      'Nothing is claimed, approved or drawn until what it is frozen for has been decided.',
    ],
    'committee',
  ),
  hasNoOpenRecovery: refusal(
    409,
    ['종결되지 않은 환수 건이 있습니다.', 'The company has a recovery that is still open.'],
    [
      '환수금이 모두 납부되어 확인된 뒤에 진행하십시오.',
      'Go on once all of it has been paid and its receipt recorded.',
    ],
    'applicant',
    'finance',
  ),
  hasNeededDocuments: refusal(
    409,
    ['청구 서류가 갖추어지지 않았습니다.', "The claim's documents are not complete."],
    [
      '빠진 서류를 더하고, 목록에 없는 서류는 빼고, 유효기간이 있는 서류에는 만료일을 적으십시오.',
      'Add what is missing, leave out what is not on the list, and give the last day of what expires.',
    ],
    'applicant',
  ),
  hasNoExpiredDocument: refusal(
    409,
    ['유효기간이 지난 청구 서류가 있습니다.', 'A document of the claim has expired.'],
    [
      '신청기업이 새로 발급받은 서류로 청구하거나 청구 서류를 보완해야 합니다.',
      'The firm claims with a document issued anew, or amends its claim with one.',
    ],
    'applicant',
  ),
  isNewDeposit: refusal(
    409,
    ['이미 확인한 입금입니다.', 'This deposit has been confirmed already.'],
    ['은행 거래번호를 확인하십시오.', "Check the bank's reference."],
    'officer',
  ),
  isNotPreparer: refusal(
    403,
    ['지급 건을 준비한 사람은 승인할 수 없습니다.', 'Whoever prepared what is approved can not approve it.'],
    ['준비에 참여하지 않은 다른 사람이 승인해야 합니다.', 'Somebody else has to approve.'],
    'approver',
    'finance',
  ),
  approvesWhatStands: refusal(
    409,
    ['승인하려는 내용이 현재의 청구 내용과 다릅니다.', 'What was to be approved is not what stands now.'],
    [
      '지급 건을 다시 열어 내용을 확인하고, 표시된 SHA-256으로 승인하십시오.',
      'Open the case again, look at what it is now, and approve by the SHA-256 shown there.',
    ],
    'sender',
  ),
  isWithinAgreement: refusal(
    409,
    ['협약 금액을 넘습니다.', 'The sum passes the money of the agreement.'],
    [
      '지급 계획을 협약 금액에 맞추어야 합니다. 협약변경 내용을 확인하십시오.',
      'The plan has to keep to the agreement; look at what was changed in it.',
    ],
    'committee',
  ),
  isOfYearChecked: refusal(
    409,
    [
      '이 청구는 다른 연도의 예산으로 확인되었습니다.',
      "The claim was checked against another year's budget.",
    ],
    [
      '청구를 다시 확인한 뒤 처음부터 승인하십시오.',
      'Have the claim checked anew (RECHECK_CLAIM), and approve from the start.',
    ],
    'approver',
    'finance',
  ),
};
