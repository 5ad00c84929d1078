import elkModule from 'elkjs/lib/elk.bundled.js';
import type { ElkExtendedEdge, ElkNode, ElkPoint } from 'elkjs/lib/elk-api.js';
import type { ChartGraph } from './graph.js';
import { PADDING, arrowsOf, boxesOf } from './measure.js';
import type { Arrow, Box } from './measure.js';
import type { PictureLanguage } from './text.js';

/** A rectangle in the picture, in pixels from its top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything is: boxes from the outside in, arrows with their corners and where their text stands. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly (Box & { readonly place: Place })[];
  readonly arrows: readonly (Arrow & { readonly corners: readonly ElkPoint[]; readonly text: Place })[];
}

// The bundle is CommonJS: what Node calls its default is the module, what its types call default is the class.
const Elk = elkModule as unknown as new () => { layout(graph: ElkNode): Promise<ElkNode> };

const OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.padding': '[top=24,left=24,bottom=24,right=24]',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};

/** Places a chart's states and transitions; the same chart always comes out the same. */
export async function layoutOf(graph: ChartGraph, language: PictureLanguage): Promise<Layout> {
  const boxes = boxesOf(graph, language);
  const arrows = arrowsOf(graph, language);
  const placed = await new Elk().layout({
    id: 'chart',
    layoutOptions: OPTIONS,
    children: childrenOf(boxes, null),
    edges: arrows.map((arrow) => edgeOf(arrow, leadsBack(boxes, arrow))),
  });
  const places = new Map(nodesIn(placed).map((node) => [node.id, placeOf(node)]));
  const edges = new Map((placed.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    width: Math.ceil(placed.width ?? 0),
    height: Math.ceil(placed.height ?? 0),
    boxes: boxes.map((box) => ({ ...box, place: found(places.get(box.state.path)) })),
    arrows: arrows.map((arrow) => {
      const { corners, text } = routeOf(found(edges.get(arrow.id)));
      return { ...arrow, corners: leadsBack(boxes, arrow) ? corners.reverse() : corners, text };
    }),
  };
}

function childrenOf(boxes: readonly Box[], parent: string | null): ElkNode[] {
  return boxes.filter(({ state }) => state.parent === parent).map((box) => nodeOf(boxes, box));
}

function nodeOf(boxes: readonly Box[], { state, width, height }: Box): ElkNode {
  const node = { id: state.path, width, height };
  if (state.kind !== 'group') return node;
  const padding = `[top=${height},left=${PADDING * 2},bottom=${PADDING * 2},right=${PADDING * 2}]`;
  return {
    id: state.path,
    children: childrenOf(boxes, state.path),
    layoutOptions: {
      ...OPTIONS,
      'elk.padding': padding,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${width},${height})`,
    },
  };
}

// The chart is written in the order of life; the layout keeps it when what leads back is laid out forwards and turned round.
function leadsBack(boxes: readonly Box[], { from, to }: Arrow): boolean {
  const index = (path: string): number => boxes.findIndex(({ state }) => state.path === path);
  return index(to) < index(from);
}

function edgeOf({ id, from, to, lines, width, height }: Arrow, isTurned: boolean): ElkExtendedEdge {
  const text = lines.map((one) => one.text).join(' ');
  const [source, target] = isTurned ? [to, from] : [from, to];
  return { id, sources: [source], targets: [target], labels: [{ id: `${id}:text`, text, width, height }] };
}

function nodesIn(node: ElkNode): ElkNode[] {
  return (node.children ?? []).flatMap((child) => [child, ...nodesIn(child)]);
}

function placeOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Place>): Place {
  return { x, y, width, height };
}

function routeOf(edge: ElkExtendedEdge): { corners: ElkPoint[]; text: Place } {
  const corners = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
  return { corners, text: placeOf(edge.labels?.[0] ?? {}) };
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('the layout lost a part of the chart');
  return thing;
}
