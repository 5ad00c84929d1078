import { words } from './operation-words.js';
import type { OperationWords } from './operation-words.js';

/** What runs beside a project: its address, its name for programs, and what it is called. */
const KINDS = [
  { plural: 'objections', one: 'Objection', ko: '이의신청', article: 'an', en: 'objection' },
  { plural: 'changes', one: 'Change', ko: '협약변경', article: 'a', en: 'change of agreement' },
  { plural: 'settlements', one: 'Settlement', ko: '정산', article: 'a', en: 'settlement' },
  { plural: 'recoveries', one: 'Recovery', ko: '환수', article: 'a', en: 'recovery' },
  { plural: 'sanctions', one: 'Sanction', ko: '제재처분', article: 'a', en: 'sanction' },
] as const;

const LISTS: Readonly<Record<(typeof KINDS)[number]['plural'], OperationWords>> = {
  objections: words('listObjections', '이의신청 목록', 'List objections'),
  changes: words('listChanges', '협약변경 목록', 'List changes of agreement'),
  settlements: words('listSettlements', '정산 목록', 'List settlements'),
  recoveries: words('listRecoveries', '환수 목록', 'List recoveries'),
  sanctions: words('listSanctions', '제재처분 목록', 'List sanctions'),
};

function ofKind({ plural, one, ko, article, en }: (typeof KINDS)[number]): [string, OperationWords][] {
  const address = `/v1/${plural}/{edition}/{track}/{number}/{no}`;
  return [
    [`GET /v1/${plural}`, LISTS[plural]],
    [`GET ${address}`, words(`get${one}`, `${ko} 조회`, `Read ${article} ${en}`)],
    [
      `GET ${address}/actions`,
      words(`list${one}Actions`, `${ko}에서 할 수 있는 일`, `What may happen to ${article} ${en}`),
    ],
    [`POST ${address}/actions`, words(`actOn${one}`, `${ko} 처리`, `Act on ${article} ${en}`)],
    [
      `GET ${address}/chart`,
      words(`get${one}Place`, `상태도에서 ${ko}의 위치`, `Where ${article} ${en} stands in its chart`),
    ],
    [`GET ${address}/timeline`, words(`get${one}Timeline`, `${ko} 이력`, `The timeline of ${article} ${en}`)],
  ];
}

/** What each address of what runs beside a project does. */
export const besideOperations: Readonly<Record<string, OperationWords>> = Object.fromEntries(
  KINDS.flatMap(ofKind),
);
