import { refusal } from './refusals-entry.js';

/** What the kernel says where no guard does, and what the API says before any chart is asked. */
export const doorRefusals = {
  unknownEvent: refusal(
    422,
    ['이 업무에 없는 요청입니다.', 'This case knows no such event.'],
    [
      '처리 가능한 요청 목록(GET …/actions)에서 골라 주십시오.',
      'Choose one from the list of actions (GET …/actions).',
    ],
    'sender',
  ),
  caseIsClosed: refusal(
    409,
    ['이미 종결된 건입니다.', 'The case is closed.'],
    [
      '더 이상 변경할 수 없습니다. 이력은 계속 열람할 수 있습니다.',
      'Nothing can be changed any more; its timeline stays readable.',
    ],
  ),
  notOfferedHere: refusal(
    409,
    ['현재 상태에서는 할 수 없는 요청입니다.', 'This is not possible in the present state.'],
    [
      '현재 상태와 처리 가능한 요청 목록을 확인하십시오.',
      'Look at the present state and the actions that it offers.',
    ],
  ),
  caseHasMoved: refusal(
    409,
    ['열람하신 뒤에 건의 상태가 바뀌었습니다.', 'The case has moved on since you read it.'],
    [
      '현재 상태를 다시 확인한 뒤 새 키로 보내 주십시오.',
      'Read the present state again, then send it with a new key.',
    ],
    'sender',
  ),
  malformedBody: refusal(
    422,
    ['요청 내용이 형식에 맞지 않습니다.', 'The request does not have the shape that it needs.'],
    ['표시된 항목을 고쳐 다시 보내 주십시오.', 'Correct the fields that are named and send it again.'],
    'sender',
  ),
  bodyTooLarge: refusal(
    413,
    ['요청 본문이 너무 큽니다.', 'The request body is too large.'],
    [
      '파일은 문서로 먼저 올리고 SHA-256으로 지정하십시오.',
      'Store files as documents first and name them by their SHA-256.',
    ],
    'sender',
  ),
  notSignedIn: refusal(
    401,
    ['로그인되어 있지 않거나 토큰이 유효하지 않습니다.', 'You are not signed in, or the token is not valid.'],
    ['다시 로그인하여 새 토큰으로 요청하십시오.', 'Sign in again and use the new token.'],
    'sender',
  ),
  wrongRole: refusal(
    403,
    ['이 역할로는 할 수 없는 요청입니다.', 'This role may not do that.'],
    [
      '권한이 있는 담당자에게 요청하거나, 역할이 맞는지 관리자에게 확인하십시오.',
      'Ask somebody whose role allows it, or an administrator if yours is not what it should be.',
    ],
    'administrator',
  ),
  notYourCase: refusal(
    403,
    ['소속 기관이 당사자가 아닌 건입니다.', 'Your organisation is not a party to this case.'],
    [
      '소속 기관의 건인지 주소를 확인하십시오.',
      "Check the address: it must be a case of your organisation's.",
    ],
    'sender',
  ),
  notFound: refusal(
    404,
    ['찾을 수 없습니다.', 'Nothing was found here.'],
    [
      '주소를 확인하십시오. 열람 권한이 없는 건도 이렇게 표시됩니다.',
      'Check the address; what you may not see is answered in the same way.',
    ],
    'sender',
  ),
  keyMissing: refusal(
    400,
    [
      'Idempotency-Key 헤더가 없거나 올바르지 않습니다.',
      'The Idempotency-Key header is missing or unusable.',
    ],
    [
      '요청마다 새 키(공백 없는 200자 이내)를 붙여 보내십시오.',
      'Send a new key of up to 200 visible characters with every request.',
    ],
    'sender',
  ),
  keyReused: refusal(
    422,
    ['같은 키로 다른 내용이 이미 접수되었습니다.', 'This key came before with another request.'],
    ['새로운 요청에는 새 키를 쓰십시오.', 'Use a new key for a new request.'],
    'sender',
  ),
  unknownEdition: refusal(
    422,
    ['운영 중인 사업연도가 아닙니다.', 'No such edition of the program is served.'],
    ['GET /v1/editions 에서 사업연도를 확인하십시오.', 'Look up the editions at GET /v1/editions.'],
    'sender',
  ),
  windowClosed: refusal(
    409,
    ['접수 기간이 끝났습니다.', 'The application window has closed.'],
    ['다음 공고의 접수 기간에 신청하십시오.', "Apply in the next call's window."],
  ),
  windowNotOpen: refusal(
    409,
    ['접수 기간이 아직 시작되지 않았습니다.', 'The application window is not open yet.'],
    ['표시된 접수 시작 시각 이후에 신청하십시오.', 'Apply once the window shown has opened.'],
  ),
  documentHashMismatch: refusal(
    422,
    [
      '받은 문서의 해시가 알려 주신 값과 다릅니다.',
      'The document received does not have the hash announced.',
    ],
    ['원본 파일을 확인하여 다시 올리십시오.', 'Check the file and upload it again.'],
    'sender',
  ),
  documentTooLarge: refusal(
    413,
    ['문서가 허용 크기를 넘습니다.', 'The document is larger than allowed.'],
    ['파일을 줄이거나 나누어 올리십시오.', 'Make the file smaller or split it.'],
    'sender',
  ),
  documentUnknown: refusal(
    422,
    ['소속 기관이 저장하지 않은 문서입니다.', 'Your organisation has not stored this document.'],
    [
      '문서를 먼저 올린 뒤(POST /v1/documents) 다시 보내십시오.',
      'Store the document first (POST /v1/documents), then send this again.',
    ],
    'sender',
  ),
  rateLimited: refusal(
    429,
    ['요청이 너무 잦습니다.', 'Too many requests.'],
    ['잠시 후 다시 시도하십시오.', 'Try again in a little while.'],
    'sender',
  ),
  unavailable: refusal(
    503,
    ['서비스의 일부가 응답하지 않습니다.', 'A part of the service is not answering.'],
    [
      '같은 키로 잠시 후 다시 보내십시오. 두 번 처리되지 않습니다.',
      'Send it again shortly with the same key; it will not be done twice.',
    ],
  ),
};
