import type { Bilingual } from '../../charts/kernel/types.js';

/** Words of both languages, the Korean first. */
export function both({ ko, en }: Bilingual): string {
  return `${ko} / ${en}`;
}

/** A part of the page with its heading. */
export function section(heading: string, content: string): string {
  return `<section><h2>${escaped(heading)}</h2>${content}</section>`;
}

/** A table; cells are text, but for bars. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

const BAR = '<svg class="bar"';

function cell(text: string, at: number): string {
  if (at === 0) return `<th scope="row">${escaped(text)}</th>`;
  const isNumber = /^[\d,.]+$/.test(text);
  return `<td${isNumber ? ' class="number"' : ''}>${text.startsWith(BAR) ? text : escaped(text)}</td>`;
}

const BAR_WIDTH = 160;

/** A share of 1 as a bar, with its number for who can't see it. */
export function bar(share: number): string {
  const width = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
  const label = `${Math.round(share * 100)}%`;
  return (
    `${BAR} role="img" aria-label="${label}" width="${BAR_WIDTH}" height="12" viewBox="0 0 ${BAR_WIDTH} 12">` +
    `<title>${label}</title><rect width="${BAR_WIDTH}" height="12" fill="#e6e8ea"/><rect width="${width}" height="12" fill="#256ef4"/></svg>`
  );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
