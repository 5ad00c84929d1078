import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { csvOf, xlsxOf } from '../files/write.js';
import type { Sheet } from '../files/write.js';

/** How a list can be had as a file. */
export type SheetFormat = 'csv' | 'xlsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers with a table as a file to be kept, under its name. */
export async function sendSheet(
  reply: FastifyReply,
  format: SheetFormat,
  sheet: Sheet,
): Promise<FastifyReply> {
  const bytes = format === 'csv' ? csvOf(sheet) : await xlsxOf(sheet);
  const name = encodeURIComponent(`${sheet.name}.${format}`);
  return reply
    .type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .send(bytes);
}

/** An answer that can be had as JSON or as a file, for OpenAPI. */
export function sheetOrJson<Schema extends z.ZodType>(schema: Schema) {
  return {
    description: '요청한 내용 / What was asked for',
    content: {
      'application/json': { schema },
      'text/csv': { schema: z.string() },
      [XLSX]: { schema: z.unknown() },
    },
  };
}
