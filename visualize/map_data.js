// The network as objects, and the one state of the page.

const state = {
  language: "ko",
  view: "map",
  query: "",
  selected: null,
  hidden: new Set(),
  filters: noFilters(),
  focus: null,
  steps: 1,
  passing: new Set(),
};

const network = readNetwork(JSON.parse(document.getElementById("network").textContent));

function readNetwork(raw) {
  const nodes = raw.nodes.map((row, index) => readNode(row, index, raw.texts));
  const edges = raw.edges.map((row) => readEdge(row, nodes, raw.texts));
  for (const node of nodes) node.short = shortName(node);
  const types = new Map(Object.entries(raw.types));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return { ...raw, nodes, edges, types, byId };
}

function readNode(row, index, texts) {
  const node = { label: "", subtitle: "", status: "", status_en: "", url: "", amount: null, ...row, index, links: [] };
  node.label = node.label.trim() ? node.label : node.id;
  node.facts = (row.facts || []).map((fact) => readFact(fact, texts));
  node.key = looseKey(node.label);
  node.besideKey = looseKey(node.subtitle);
  node.lines = node.facts.map((fact) => fact.lines).find(Boolean) || "";
  return node;
}

function readFact(row, texts) {
  const [label_ko, label_en, value, lines, quote, ...known] = row.map((number) => texts[number]);
  const [basis, rule, rule_en, source, value_en] = known;
  return { label_ko, label_en, value, value_en, lines, quote, basis, rule, rule_en, source };
}

function readEdge(row, nodes, texts) {
  const [type, label_ko, label_en, basis, rule, rule_en, lines] = row.slice(2).map((number) => texts[number]);
  const known = { type, label_ko, label_en, basis, rule, rule_en, lines };
  const edge = { source: nodes[row[0]], target: nodes[row[1]], ...known };
  edge.source.links.push({ edge, node: edge.target });
  if (edge.source !== edge.target) edge.target.links.push({ edge, node: edge.source });
  return edge;
}

// Beside its hub a leaf need not repeat the hub's name.
function shortName(node) {
  const [only, ...others] = node.links;
  const hub = only && !others.length && only.node.links.length > 1 ? only.node.label : "";
  const rest = hub && node.label.startsWith(hub) ? node.label.slice(hub.length).trim() : "";
  return rest || node.label;
}

function styleOf(node) {
  return network.types.get(node.type);
}

function isShown(node) {
  return !state.hidden.has(node.type) && state.passing.has(node);
}

function noFilters() {
  return { department: null, law: null, partner: null, status: null };
}

function orderOf(node) {
  return [...network.types.keys()].indexOf(node.type);
}

function countOf(type, nodes) {
  return nodes.filter((node) => node.type === type).length;
}
