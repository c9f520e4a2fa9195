// Where the map looks: moving, zooming, one node with its neighbours; by hand, by key or by address.

const KEYS = {
  ArrowLeft: () => pan(-80, 0),
  ArrowRight: () => pan(80, 0),
  ArrowUp: () => pan(0, -80),
  ArrowDown: () => pan(0, 80),
  "+": () => zoom(1.3),
  "=": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
  0: () => showAll(),
};

function showAll() {
  const nodes = network.nodes.filter(isShown).map(({ index }) => index);
  if (nodes.length) drawing.network.fit({ nodes, maxZoomLevel: 1.2, animation: false });
  if (!page.near.hidden) leaveRoomFor(page.near);
  drawing.network.redraw();
}

// Moves the picture down, and makes it smaller, so that nothing lies under what stands at the top.
function leaveRoomFor(element) {
  const height = page.map.clientHeight;
  const taken = element.offsetTop + element.offsetHeight;
  const scale = drawing.network.getScale() * (1 - taken / height);
  const { x, y } = drawing.network.getViewPosition();
  drawing.network.moveTo({ position: { x, y: y - taken / 2 / scale }, scale, animation: false });
}

function pan(dx, dy) {
  const scale = drawing.network.getScale();
  const { x, y } = drawing.network.getViewPosition();
  drawing.network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale } });
}

function zoom(factor) {
  drawing.network.moveTo({ scale: drawing.network.getScale() * factor });
}

// The node with all that it is connected with.
function lookAt(node) {
  const around = [node, ...node.links.map((link) => link.node)].filter(isShown);
  drawing.network.fit({ nodes: around.map(({ index }) => index), maxZoomLevel: 1.2, animation: softly() });
}

// Where opening the panel has taken the node out of sight, the map follows.
function keepInSight(node) {
  const { x, y } = drawing.network.canvasToDOM(drawing.network.getPosition(node.index));
  const inside = x > 20 && y > 20 && x < page.map.clientWidth - 20 && y < page.map.clientHeight - 20;
  if (!inside) drawing.network.moveTo({ position: drawing.network.getPosition(node.index), animation: softly() });
}

// The panel takes room from the map; vis-network would notice too late for a look at a node.
function takeRoom() {
  drawing.network.setSize("100%", "100%");
}

// [x, y, scale] in the layout's own directions, so that an address means the same on every screen.
function whereItLooks() {
  const { x, y } = drawing.network.getViewPosition();
  return [...(drawing.upright ? [y, x] : [x, y]), drawing.network.getScale()];
}

function lookTo([first, second, scale]) {
  const [x, y] = drawing.upright ? [second, first] : [first, second];
  drawing.network.moveTo({ position: { x, y }, scale, animation: false });
}

function softly() {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return still ? false : { duration: 250, easingFunction: "easeInOutQuad" };
}

function nodeInTheMiddle() {
  const middle = drawing.network.getViewPosition();
  const distance = (node) => {
    const { x, y } = drawing.network.getPosition(node.index);
    return Math.hypot(x - middle.x, y - middle.y);
  };
  const nearer = (best, node) => (best && distance(best) <= distance(node) ? best : node);
  return network.nodes.filter(isShown).reduce(nearer, null);
}

function pressKey(event, events) {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === "Enter") events.pick(state.selected || nodeInTheMiddle(), true);
  else if (event.code === "KeyF" && plain) events.focus(state.selected || nodeInTheMiddle());
  else if (KEYS[event.key] && plain) {
    KEYS[event.key]();
    events.moved();
  } else return;
  event.preventDefault();
}
