import type { CaseLine } from '../contract/http/cases.js';
import { figuresOf, measure } from './measure.js';
import type { Figures } from './measure.js';
import type { Sizes } from './options.js';
import type { People } from './people.js';

/** How long a page of projects took to read over HTTP, one after the other. */
export interface PageFigures {
  readonly projects: number;
  readonly kilobytes: number;
  readonly read: Figures;
}

/** Reads the same page of projects again and again. Throws where it holds another number of them. */
export async function measurePage(
  people: People,
  { projectsOnAPage: projects, pageReads: reads }: Pick<Sizes, 'projectsOnAPage' | 'pageReads'>,
): Promise<PageFigures> {
  const officer = await people.client('officer');
  let bytes = 0;
  const read = async (): Promise<void> => {
    const page = await officer.get<{ items: CaseLine[] }>('/v1/projects', { limit: String(projects) });
    if (page.items.length !== projects)
      throw new Error(`a page of ${projects} held ${page.items.length} projects`);
    bytes = Buffer.byteLength(JSON.stringify(page));
  };
  await read();
  const calls = Array.from({ length: reads }, () => read);
  return { projects, read: figuresOf(await measure(calls, 1)), kilobytes: bytes / 1024 };
}
