import { refusal } from './refusals-entry.js';

/** What is said of files that can't be read, before any of their rows is looked at. */
export const fileRefusals = {
  fileMissing: refusal(
    422,
    ['요청에 파일이 없습니다.', 'There is no file in the request.'],
    [
      'CSV 또는 XLSX 파일 하나를 폼이나 본문에 담아 보내 주십시오.',
      'Send one CSV or XLSX file, in a form or as the body.',
    ],
    'sender',
  ),
  fileEmpty: refusal(
    422,
    ['파일이 비어 있습니다.', 'The file is empty.'],
    [
      '첫 줄에 열 이름이 있고 그 아래에 자료가 있는 파일을 보내 주십시오.',
      'Send a file whose first line names the columns, with data below it.',
    ],
    'sender',
  ),
  fileHasNoRows: refusal(
    422,
    ['열 이름만 있고 자료가 없는 파일입니다.', 'The file names its columns and has no rows.'],
    [
      '자료가 있는 시트가 첫 번째 시트인지 확인하십시오.',
      'Check that the sheet with the data is the first one of the file.',
    ],
    'sender',
  ),
  fileTooLarge: refusal(
    413,
    ['파일이 허용 크기를 넘습니다.', 'The file is larger than allowed.'],
    [
      '필요 없는 열, 그림, 시트를 지우거나 파일을 나누어 보내 주십시오.',
      'Remove columns, pictures and sheets that are not needed, or split the file.',
    ],
    'sender',
  ),
  fileHasTooManyRows: refusal(
    413,
    ['한 파일에 담을 수 있는 행 수를 넘습니다.', 'The file has more rows than one file may have.'],
    [
      '표시된 행 수 이하로 파일을 나누어 차례로 보내 주십시오. 아무것도 반영되지 않았습니다.',
      'Split it into files of no more rows than shown and send them one after the other. Nothing was imported.',
    ],
    'sender',
  ),
  fileExpandsTooFar: refusal(
    413,
    ['압축을 풀면 허용 크기를 크게 넘는 파일입니다.', 'Unpacked, the file would be far larger than allowed.'],
    [
      '자료만 새 통합 문서에 값으로 붙여 넣어 XLSX 또는 CSV로 저장한 뒤 보내 주십시오.',
      'Paste the data as values into a new workbook, save that as XLSX or CSV, and send it.',
    ],
    'sender',
  ),
  fileIsAnotherType: refusal(
    422,
    ['CSV나 XLSX 파일이 아닙니다.', 'The file is neither CSV nor XLSX.'],
    [
      '확장자만 바꾼 파일은 읽을 수 없습니다. 스프레드시트에서 열어 XLSX 또는 CSV로 다시 저장하여 보내 주십시오.',
      'A file that was only renamed can not be read. Open it in a spreadsheet, save it as XLSX or CSV, and send that.',
    ],
    'sender',
  ),
  fileIsOldSpreadsheet: refusal(
    422,
    [
      '구형 형식(.xls, .hwp)이거나 암호가 걸린 파일입니다.',
      'The file is of an old kind (.xls, .hwp) or protected by a password.',
    ],
    [
      '암호를 풀고 "다른 이름으로 저장"에서 Excel 통합 문서(.xlsx)를 골라 저장한 뒤 보내 주십시오.',
      'Take the password off, save it as an Excel workbook (.xlsx), and send that.',
    ],
    'sender',
  ),
  fileEncodingUnknown: refusal(
    422,
    [
      '글자 인코딩을 알 수 없습니다. UTF-8과 EUC-KR만 읽습니다.',
      'The encoding of the text is unknown; UTF-8 and EUC-KR are read.',
    ],
    [
      '표시된 줄을 확인하고, "CSV UTF-8(쉼표로 분리)"로 다시 저장하여 보내 주십시오.',
      'Look at the line that is shown, save the file again as CSV UTF-8, and send that.',
    ],
    'sender',
  ),
  fileIsIncomplete: refusal(
    422,
    [
      '파일이 중간에서 끊겼습니다. 아무것도 반영되지 않았습니다.',
      'The file was cut off; nothing was imported.',
    ],
    [
      '원본 파일을 열어 확인하고 처음부터 다시 보내 주십시오.',
      'Check that the original opens, and send it again as a whole.',
    ],
    'sender',
  ),
  fileIsNoTable: refusal(
    422,
    ['표로 읽을 수 없는 파일입니다.', 'The file can not be read as a table.'],
    [
      '표시된 줄에서 따옴표의 짝, 지나치게 긴 칸, 멀리 떨어진 칸, 깨진 글자를 확인하여 고쳐 보내 주십시오.',
      'Look at the place shown for unpaired quotation marks, broken letters, overlong cells and cells far off, and correct them.',
    ],
    'sender',
  ),
  fileLacksColumns: refusal(
    422,
    ['필요한 열이 없습니다.', 'The file lacks columns that are needed.'],
    [
      '표시된 열을 추가하거나, 다른 이름의 열이면 column=항목:열이름 으로 지정하십시오.',
      'Add the columns shown, or name the one that goes by another name with column=field:header.',
    ],
    'sender',
  ),
  fileRepeatsColumn: refusal(
    422,
    ['같은 항목의 열이 둘 이상 있습니다.', 'Two columns of the file mean the same.'],
    [
      '한 열만 남기거나, 쓸 열을 column=항목:열이름 으로 지정하십시오.',
      'Leave one of them, or say with column=field:header which is meant.',
    ],
    'sender',
  ),
  columnUnknown: refusal(
    422,
    ['지정한 열 또는 항목이 없습니다.', 'The column or the field that was named does not exist.'],
    [
      '파일의 열 이름과 항목 이름을 그대로 적어 주십시오.',
      'Write the header and the field exactly as they are called.',
    ],
    'sender',
  ),
};
