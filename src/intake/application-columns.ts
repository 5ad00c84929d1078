import { businessNumberColumn } from './companies.js';
import { column, optional } from './columns.js';
import type { Column } from './columns.js';
import { sectorColumn } from './sectors.js';

/** The columns of an IRIS file of applications; which of the optional ones a row needs, its track says. */
export const applicationColumns: readonly Column[] = [
  column(
    'irisNumber',
    ['접수번호', 'receipt number'],
    ['IRIS 접수번호', '과제접수번호', '신청번호', '접수 No', 'IRIS number'],
  ),
  column(
    'receivedAt',
    ['접수일시', 'received at'],
    ['접수일', '신청일시', '제출일시', '접수완료일시', 'received'],
  ),
  businessNumberColumn,
  optional('track', ['유형', 'track'], ['과제유형', '지원유형', '내역사업', '세부유형', '트랙']),
  column('titleKo', ['과제명', 'title'], ['과제명(국문)', '연구개발과제명', '국문과제명', 'title (Korean)']),
  optional('titleEn', ['과제명(영문)', 'title (English)'], ['연구개발과제명(영문)', '영문과제명']),
  sectorColumn,
  column(
    'partner',
    ['협력기관', 'partner'],
    ['해외협력기관', '국외기관', '공동연구개발기관', 'partner id', 'institution'],
  ),
  column(
    'government',
    ['정부지원연구개발비', 'government money'],
    ['정부지원금', '정부출연금', '정부지원', 'government'],
  ),
  column(
    'firmCash',
    ['기관부담 현금', 'firm cash'],
    ['기업부담금 현금', '민간부담금 현금', '기업부담 현금', '현금'],
  ),
  column(
    'firmInKind',
    ['기관부담 현물', 'firm in kind'],
    ['기업부담금 현물', '민간부담금 현물', '기업부담 현물', '현물'],
  ),
  column(
    'partnerCost',
    ['국외 연구개발비', 'partner cost'],
    ['국제공동연구비', '국외연구비', '해외기관 연구개발비'],
  ),
  optional(
    'investigatorRef',
    ['연구책임자 참조번호', 'principal investigator'],
    ['연구책임자 번호', '책임연구자 참조번호'],
  ),
  optional(
    'foreignBearsCost',
    ['국외기관 비용부담', 'foreign partner bears cost'],
    ['국외기관 비용부담 여부'],
  ),
  optional(
    'proposalId',
    ['제안번호', 'proposal'],
    ['기술제안번호', '대응 제안번호', '제안서번호', 'proposal id'],
  ),
  optional(
    'partnerEvidenceSha256',
    ['협력 증빙 SHA-256', 'partner evidence SHA-256'],
    ['협력증빙', '증빙 SHA-256', 'partner evidence'],
  ),
  optional('preferences', ['우대사항', 'preferences'], ['우대', '가점', '가점사항']),
  optional('entryStage', ['진입 단계', 'entry stage'], ['시작 단계', '진입임상단계']),
  optional('targetStage', ['목표 단계', 'target stage'], ['목표임상단계']),
];
