import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The portal's own file: JSON objects, one a line, to which is only ever added. */
export class Journal {
  /** How much of the file is whole lines, in bytes. */
  #size = 0;
  #turn: Promise<void> = Promise.resolve();

  private constructor(private readonly file: string) {}

  /** Opens the file and reads every line to `take`, in order; throws when a line of it can't be read. */
  static async open(file: string, take: (line: unknown) => void): Promise<Journal> {
    const journal = new Journal(file);
    await mkdir(dirname(file), { recursive: true });
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const line of text.split('\n').slice(0, -1)) take(JSON.parse(line));
    // A last line without its end was cut off by a crash before anybody was told of it.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    journal.#size = Buffer.byteLength(whole);
    if (whole !== text) await truncate(file, journal.#size);
    return journal;
  }

  /** Does one thing after the other, so that nothing that is decided by what was written is decided twice at once. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  /** Adds a line, in the caller's turn. On the disk before anybody is told: a portal that forgets a payment would pay it twice. */
  async write(entry: object): Promise<void> {
    const line = `${JSON.stringify(entry)}\n`;
    try {
      await appendFile(this.file, line, { mode: 0o600, flush: true });
    } catch (error) {
      // A disk that is full may have taken half a line: the next one must not be written behind it.
      await truncate(this.file, this.#size).catch(() => undefined);
      throw error;
    }
    this.#size += Buffer.byteLength(line);
  }
}
