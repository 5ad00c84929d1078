/** Reads a document of elements, attributes and text; throws at the first thing that XML doesn't allow there. */
export function assertWellFormed(xml: string): void {
  const open: string[] = [];
  let rest = xml;
  while (rest.length > 0) {
    const text = /^[^<]+/.exec(rest)?.[0];
    if (text !== undefined) {
      if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`a bare & in: ${text}`);
      rest = rest.slice(text.length);
      continue;
    }
    const tag =
      /^<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)\s*(\/?)>/.exec(rest);
    if (!tag) throw new Error(`no tag: ${rest.slice(0, 80)}`);
    const [whole, closes, name = '', , isEmpty] = tag;
    if (closes && open.pop() !== name) throw new Error(`</${name}> closes something else`);
    if (!closes && !isEmpty) open.push(name);
    rest = rest.slice(whole.length);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
}
