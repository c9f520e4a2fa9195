// The panel beside the map: all that is known of one thing, and where it says so.

function fillPanel(node, events) {
  fill(
    page.panel,
    panelHead(node, events),
    ...[amountRow(node), statusRow(node), lawPageRow(node)].filter(Boolean),
    el("h3", {}, say("facts")),
    factList(node),
    ...neighbourParts(node, events),
    el("p", { class: "id" }, node.id),
  );
  page.panel.setAttribute("aria-label", shown(node.label));
}

function panelHead(node, events) {
  const close = { "aria-label": say("close"), title: `${say("close")} (Esc)`, on: { click: events.close } };
  return el(
    "header",
    {},
    el(
      "div",
      { class: "tools" },
      el("span", { class: "kind" }, shapeOf(node.type), labelOf(styleOf(node))),
      el("button", { type: "button", class: "focus", on: { click: () => events.focus(node) } }, say("focus")),
      el("button", { type: "button", class: "center", on: { click: () => events.center(node) } }, say("center")),
      el("button", { type: "button", class: "close", ...close }, "×"),
    ),
    el("h2", {}, node.label),
    node.subtitle ? el("p", { class: "subtitle" }, node.subtitle) : null,
  );
}

function amountRow(node) {
  if (node.amount === null) return null;
  const full = el("span", { class: "quiet" }, ` ${fullWon(node.amount)}`);
  return el("p", { class: "money" }, el("b", {}, shortWon(node.amount)), full);
}

function statusRow(node) {
  return node.status ? el("p", { class: "status" }, statusOf(node)) : null;
}

function lawPageRow(node) {
  if (!isLawPage(node.url)) return null;
  return el("p", {}, el("a", { href: node.url, target: "_blank", rel: "noopener noreferrer" }, `${say("lawPage")} ↗`));
}

function factList(node) {
  if (!node.facts.length) return el("p", { class: "quiet" }, say("noFacts"));
  return el("dl", { class: "facts" }, ...node.facts.flatMap(factRows));
}

function factRows(fact) {
  const quote = fact.quote ? el("blockquote", {}, fact.quote.trim()) : null;
  return [
    el("dt", { title: otherLabelOf(fact) || null }, labelOf(fact)),
    el("dd", {}, el("span", { class: "value" }, valueOf(fact)), originOf(fact), quote),
  ];
}

function originOf(fact) {
  const origin = joined(" · ", basisOf(fact), fact.source, saidLines(fact.lines));
  return origin ? el("span", { class: "origin" }, origin) : null;
}

// Neighbours under the name of the relation, in the order of the types.
function neighbourParts(node, events) {
  if (!node.links.length) return [];
  const groups = groupLinks(sortedLinks(node));
  return [
    el("h3", {}, `${say("neighbours")} ${node.links.length}`),
    ...[...groups].map(([label, links]) => neighbourGroup(label, links, events)),
  ];
}

function groupLinks(links) {
  const groups = new Map();
  for (const link of links) {
    const label = labelOf(link.edge);
    if (!groups.has(label)) groups.set(label, []);
    groups.get(label).push(link);
  }
  return groups;
}

function sortedLinks(node) {
  const money = ({ node: { amount } }) => amount || 0;
  return [...node.links].sort(
    (a, b) => orderOf(a.node) - orderOf(b.node) || money(b) - money(a) || a.node.index - b.node.index,
  );
}

function neighbourGroup(label, links, events) {
  const button = (link) => nodeButton(link.node, besideLink(link), events.goThere);
  const rows = links.map((link) => el("li", {}, button(link), under(link)));
  const name = shorten(label, 80);
  const head = links.length > 1 ? `${name} ${links.length}` : name;
  return el("section", { class: "group" }, el("h4", {}, head), el("ul", {}, ...rows));
}

function besideLink({ node }) {
  const money = node.amount === null ? "" : shortWon(node.amount);
  return joined(" · ", money, isShown(node) ? "" : say("hiddenType"));
}

// Under the neighbour's name: how the relation is known, and from which lines.
function under({ edge }) {
  const origin = joined(" · ", shorten(basisOf(edge), 80), shorten(saidLines(edge.lines), 40));
  return origin ? el("span", { class: "origin" }, origin) : null;
}
