import { refusal } from './refusals-entry.js';
import { fileRefusals } from './refusals-files.js';

/** What is said of single rows; the words stand in an import's report, beside the row and its column. */
const rowRefusals = {
  importHasFaultyRows: refusal(
    422,
    [
      '오류가 있는 행이 있어 아무것도 반영하지 않았습니다.',
      'Some rows are faulty, and so nothing was imported.',
    ],
    [
      '표시된 행을 고쳐 다시 보내거나, mode=valid 로 오류 없는 행만 반영하십시오. 전체 오류는 dryRun=true 로 볼 수 있습니다.',
      'Correct the rows shown, or import only those without faults with mode=valid. All faults are shown with dryRun=true.',
    ],
    'sender',
  ),
  cellMalformed: refusal(
    422,
    ['칸의 내용이 형식에 맞지 않습니다.', 'A cell does not have the form that its column needs.'],
    ['표시된 형식으로 고쳐 주십시오.', 'Write it in the form shown.'],
    'sender',
  ),
  cellIsFormula: refusal(
    422,
    ['수식이 들어 있는 칸입니다.', 'The cell holds a formula.'],
    [
      '복사하여 "값으로 붙여넣기"를 한 뒤 저장하십시오. 수식의 결과는 다른 곳에서 달라질 수 있습니다.',
      'Copy it and paste it as a value: what a formula shows may differ elsewhere.',
    ],
    'sender',
  ),
  rowIsCutOff: refusal(
    422,
    ['열 이름보다 칸 수가 적은 행입니다.', 'The row has fewer cells than there are columns.'],
    [
      '파일이 중간에서 끊기지 않았는지 확인하고, 빈 칸도 쉼표로 구분하십시오.',
      'Check that the file was not cut off; empty cells need their commas too.',
    ],
    'sender',
  ),
  rowHasTooManyCells: refusal(
    422,
    ['열 이름보다 칸 수가 많은 행입니다.', 'The row has more cells than there are columns.'],
    [
      '쉼표가 들어 있는 칸은 큰따옴표로 감싸 주십시오.',
      'Put cells with commas in them in double quotation marks.',
    ],
    'sender',
  ),
  repeatedInFile: refusal(
    422,
    ['파일의 다른 행과 같은 번호입니다.', 'Another row of the file has the same number.'],
    ['맞는 행 하나만 남겨 주십시오.', 'Leave the one row that is right.'],
    'sender',
  ),
  trackUnclear: refusal(
    422,
    [
      '유형을 알 수 없거나 지정한 유형과 다릅니다.',
      'The track is unclear, or not the one that was asked for.',
    ],
    [
      '유형 열을 고치거나, 유형을 지정하여(track=) 보내 주십시오.',
      'Correct the column of the track, or name the track (track=).',
    ],
    'sender',
  ),
  companyNotRegistered: refusal(
    422,
    ['등록되지 않은 기업의 사업자등록번호입니다.', 'No company of the register has this business number.'],
    [
      '기업을 먼저 등록(imports/companies)한 뒤 다시 보내 주십시오.',
      'Register the company first (imports/companies), then send it again.',
    ],
    'sender',
  ),
  companyNumberTaken: refusal(
    409,
    [
      '기업 식별자와 사업자등록번호가 등록된 것과 어긋납니다.',
      'The id and the business number are registered differently.',
    ],
    ['표시된 등록 내용과 대조하여 고쳐 주십시오.', 'Compare them with the entry shown and correct them.'],
    'sender',
    'administrator',
  ),
  partnerNotRegistered: refusal(
    422,
    ['등록되지 않은 협력기관입니다.', 'The partner is not in the register.'],
    ['협력기관을 먼저 등록(imports/partners)하십시오.', 'Register the partner first (imports/partners).'],
    'sender',
  ),
  partnerHasLeft: refusal(
    409,
    ['이미 사업에서 탈퇴한 협력기관입니다.', 'The partner has left the program.'],
    [
      '새 제안은 등록할 수 없습니다. 상태를 마감으로 적거나 제외하십시오.',
      'No open proposal of its can be registered; mark it closed or leave it out.',
    ],
    'sender',
  ),
  receivedInFuture: refusal(
    422,
    ['접수일시가 현재보다 뒤입니다.', 'It says that it was received later than now.'],
    ['IRIS의 접수일시를 확인하여 고쳐 주십시오.', 'Check when IRIS received it and correct it.'],
    'sender',
  ),
  irisNumberDiffers: refusal(
    409,
    [
      '같은 접수번호가 다른 내용으로 이미 접수되었습니다.',
      'This receipt number was imported before with other content.',
    ],
    [
      '접수된 신청은 바뀌지 않습니다. 차이는 대사(reconciliations)에서 확인하십시오.',
      'What was received does not change. See what differs in a reconciliation.',
    ],
    'officer',
  ),
};

/** What is said of drafts and of partners that leave. */
const registerRefusals = {
  draftHasMoved: refusal(
    409,
    ['열람하신 뒤에 초안이 바뀌었습니다.', 'The draft has changed since you read it.'],
    ['최신 초안을 다시 열어 고친 뒤 저장하십시오.', 'Read the draft again, make your changes, and save it.'],
    'sender',
  ),
  draftIsSubmitted: refusal(
    409,
    ['이미 제출된 초안입니다.', 'The draft has been submitted.'],
    [
      '신청은 접수된 건에서 확인하십시오. 고치려면 접수를 취소하고 새로 신청하십시오.',
      'Look at the case that it became. To change it, withdraw that and apply anew.',
    ],
    'sender',
  ),
  partnerLeftAlready: refusal(
    409,
    ['이미 탈퇴로 기록된 협력기관입니다.', 'The departure of this partner is on record already.'],
    ['기록된 탈퇴일과 사유를 확인하십시오.', 'See the day and the ground on record.'],
    'administrator',
  ),
};

/** Everything that is said of files, their rows, registers and drafts. */
export const intakeRefusals = { ...fileRefusals, ...rowRefusals, ...registerRefusals };
