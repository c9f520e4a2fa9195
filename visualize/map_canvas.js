// The drawing: vis-network with our colours and names.

const drawing = { network: null, nodes: null, edges: null, hovered: null, upright: false, first: null };
const DOUBLE = { milliseconds: 400, pixels: 12 };

const PAPER = {
  light: { paper: "#ffffff", ink: "#1b2130", edge: "#a9b1c0", strong: "#4a5468" },
  dark: { paper: "#14171d", ink: "#eceff5", edge: "#566072", strong: "#aeb8ca" },
};
const FAINT = 0.13;
const LIKED = { department: 0, project: 14, facility: 8, law: 8, budget_line: 0, partner: 0 };
function canDraw() {
  return Boolean(document.createElement("canvas").getContext("2d"));
}

function startDrawing(events) {
  const { nodes, edges, options } = network.drawing;
  drawing.upright = page.map.clientHeight > page.map.clientWidth;
  if (drawing.upright) for (const node of nodes) [node.x, node.y] = [node.y, node.x];
  drawing.nodes = new vis.DataSet(nodes);
  drawing.edges = new vis.DataSet(edges);
  drawing.network = new vis.Network(page.canvas, { nodes: drawing.nodes, edges: drawing.edges }, options);
  drawing.network.on("click", (click) => clicked(click, events));
  drawing.network.on("hoverNode", ({ node, pointer }) => point(network.nodes[node], null, pointer.DOM));
  drawing.network.on("hoverEdge", ({ edge, pointer }) => point(null, network.edges[edge], pointer.DOM));
  for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) drawing.network.on(name, hideHint);
  for (const name of ["dragEnd", "zoom"]) drawing.network.on(name, events.moved);
  drawing.network.on("afterDrawing", paintNames);
  listen(page.map, { keydown: (event) => pressKey(event, events) });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", events.restyle);
  drawing.network.fit({ animation: false });
}

// The panel that a first click opens moves the map under the pointer, so a second click at once means the same node.
function clicked({ nodes: [index], pointer: { DOM: at } }, events) {
  const { first } = drawing;
  const now = performance.now();
  const isSoon = first && now - first.now < DOUBLE.milliseconds;
  const isSecond = isSoon && Math.hypot(at.x - first.at.x, at.y - first.at.y) < DOUBLE.pixels;
  const node = index === undefined ? null : network.nodes[index];
  drawing.first = isSecond ? null : { node, at, now };
  if (!isSecond) events.pick(node);
  else if (first.node) events.focus(first.node);
}

function paper() {
  return isDark() ? PAPER.dark : PAPER.light;
}

function colourAll() {
  const near = nearSelected();
  drawing.nodes.update(network.nodes.map((node) => lookOfNode(node, near)));
  drawing.edges.update(network.edges.map((edge, index) => lookOfEdge(edge, index)));
}

function lookOfNode(node, near) {
  const color = colorOf(node.type);
  const { paper: border, ink } = paper();
  const opacity = !near || near.has(node) ? 1 : FAINT;
  const lit = { background: color, border: ink };
  const colors = { background: color, border, highlight: lit, hover: lit };
  return { id: node.index, hidden: !isShown(node), opacity, color: colors };
}

function lookOfEdge(edge, index) {
  const { edge: calm, strong } = paper();
  const touched = edge.source === state.selected || edge.target === state.selected;
  const color = touched ? strong : calm;
  const opacity = !setsApart() || touched ? 1 : FAINT * 2;
  return { id: index, color: { color, highlight: strong, hover: strong, opacity, inherit: false } };
}

// The selected node with its neighbours, or nothing if none is; what is in focus stands alone as it is.
function nearSelected() {
  return setsApart() ? new Set([state.selected, ...state.selected.links.map((link) => link.node)]) : null;
}

function setsApart() {
  return Boolean(state.selected) && state.selected !== state.focus;
}

function rankOf(node, near) {
  if (node === state.selected || node === drawing.hovered) return RANK.pointed;
  if (near && near.has(node)) return RANK.neighbour;
  const first = node.type === "department" ? RANK.department : node.links.length >= HUB_LINKS ? RANK.hub : 0;
  return first + LIKED[node.type] + network.drawing.nodes[node.index].size + node.links.length;
}

function paintNames(context) {
  const near = nearSelected();
  const wanted = network.nodes.filter((node) => isShown(node) && (!near || near.has(node) || node === drawing.hovered));
  const canvas = context.canvas;
  const size = { width: canvas.clientWidth, height: canvas.clientHeight };
  const circles = wanted.map((node) => circleOf(node, near)).filter((circle) => isNear(circle, size));
  context.save();
  const ratio = canvas.width / canvas.clientWidth;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintLabels(context, circles, size, paper(), [page.zoom, page.near].map(boxOver));
  context.restore();
}

// Boxes of what stands over the map, where no name can be read.
function boxOver(element) {
  const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = element;
  return { left, top, right: left + offsetWidth, bottom: top + offsetHeight };
}

function circleOf(node, near) {
  const { x, y } = drawing.network.canvasToDOM(drawing.network.getPosition(node.index));
  const radius = network.drawing.nodes[node.index].size * drawing.network.getScale();
  const bold = node === state.selected || node.type === "department" || node.links.length >= HUB_LINKS;
  return { node, x, y, radius, rank: rankOf(node, near), bold };
}

function isNear({ x, y, radius }, { width, height }) {
  return x > -radius && y > -radius && x < width + radius && y < height + radius;
}
