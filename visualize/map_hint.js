// The hint at the pointer: what a node or a line is, and where the document says so.

const MOST_FACTS = 4;

function point(node, edge, at) {
  drawing.hovered = node;
  fill(page.hint, ...(node ? hintOfNode(node) : hintOfEdge(edge)));
  page.hint.hidden = false;
  const { clientWidth: width, clientHeight: height } = page.map;
  const left = at.x + 16 + page.hint.offsetWidth > width ? at.x - 12 - page.hint.offsetWidth : at.x + 16;
  page.hint.style.left = `${Math.max(4, left)}px`;
  page.hint.style.top = `${Math.max(4, Math.min(at.y + 12, height - page.hint.offsetHeight - 4))}px`;
}

function hideHint() {
  drawing.hovered = null;
  page.hint.hidden = true;
}

function hintOfNode(node) {
  const facts = node.facts.slice(0, MOST_FACTS).map(hintOfFact);
  const rest = node.facts.length - facts.length;
  return [
    el("p", { class: "kind" }, shapeOf(node.type), joined(" · ", labelOf(styleOf(node)), node.subtitle)),
    el("p", { class: "name" }, shorten(node.label, 80)),
    ...(node.status ? [el("p", {}, shorten(statusOf(node), 60))] : []),
    ...(node.amount === null ? [] : [el("p", { class: "money" }, shortWon(node.amount))]),
    ...facts,
    ...(rest > 0 ? [el("p", { class: "quiet" }, say("more", rest))] : []),
  ];
}

function hintOfFact(fact) {
  const quote = fact.quote ? `“${shorten(fact.quote.trim(), 70)}”` : "";
  const origin = joined(" · ", basisOf(fact), joined(" ", fact.source, saidLines(fact.lines)), quote);
  const value = ` ${shorten(valueOf(fact), 60)}`;
  return el("p", { class: "fact" }, el("b", {}, labelOf(fact)), value, el("span", { class: "origin" }, origin));
}

function hintOfEdge(edge) {
  return [
    el("p", { class: "kind" }, labelOf(edge)),
    el("p", {}, `${shorten(edge.source.label, 40)} → ${shorten(edge.target.label, 40)}`),
    el("p", { class: "origin" }, joined(" · ", basisOf(edge), saidLines(edge.lines))),
  ];
}
