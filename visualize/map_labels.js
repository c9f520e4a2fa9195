// Names on the map: as large at every zoom, important ones first, and none over another.

const FONT = '"Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", NanumGothic, sans-serif';
const LINE = 16;
const MOST_LABELS = 160;
const RANK = { pointed: 4000, neighbour: 3000, department: 2000, hub: 1000 };
const HUB_LINKS = 10;
const widths = new Map();

// circles: [{node, x, y, radius, rank, bold}] in pixels; the higher the rank the sooner a name gets its place.
// No name stands on what is taken.
function paintLabels(context, circles, size, colors, taken) {
  const boxes = circles.map(boxOfCircle);
  const placed = [...taken];
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const circle of [...circles].sort((a, b) => b.rank - a.rank || a.node.index - b.node.index)) {
    if (placed.length >= MOST_LABELS) break;
    const label = labelFor(context, circle);
    const box = freeBox(circle, label.width, placed, boxes, size);
    if (box) {
      placed.push(box);
      paintLabel(context, label, box, colors);
    }
  }
}

function labelFor(context, circle) {
  const font = `${circle.bold ? "bold 13px" : "12px"} ${FONT}`;
  const pointed = circle.rank >= RANK.pointed;
  const name = shown(pointed ? circle.node.label : circle.node.short).replace(/\s+/g, " ").trim();
  const text = shorten(name, pointed ? 40 : 18);
  const key = font + text;
  context.font = font;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return { text, font, width: widths.get(key) };
}

function boxOfCircle(circle) {
  const { x, y, radius } = circle;
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, circle };
}

// Below, above, right or left of the circle; what is pointed at gets its name in any case.
function freeBox(circle, width, placed, boxes, size) {
  const { x, y, radius } = circle;
  const half = width / 2 + 3;
  const beside = radius + half + 2;
  const under = radius + LINE / 2 + 1;
  const centers = [[x, y + under], [x, y - under], [x + beside, y], [x - beside, y]];
  const candidates = centers.map((center) => boxAround(center, half));
  const others = boxes.filter((box) => box.circle !== circle);
  const free = candidates.find((box) => isInside(box, size) && isFree(box, placed) && isFree(box, others));
  if (free) return free;
  if (circle.rank < RANK.hub) return null;
  const over = candidates.find((box) => isInside(box, size) && isFree(box, placed));
  return over || (circle.rank >= RANK.pointed ? candidates[0] : null);
}

function boxAround([x, y], half) {
  return { left: x - half, right: x + half, top: y - LINE / 2, bottom: y + LINE / 2 };
}

function isFree(box, others) {
  return !others.some((other) => overlap(box, other));
}

function isInside(box, size) {
  return box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height;
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function paintLabel(context, label, box, colors) {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  context.font = label.font;
  context.lineWidth = 3.5;
  context.strokeStyle = colors.paper;
  context.fillStyle = colors.ink;
  context.strokeText(label.text, x, y);
  context.fillText(label.text, x, y);
}
