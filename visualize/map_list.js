// The same content as a table: for readers of lists, for screen readers, and where nothing can be drawn.

const sorting = { column: "type", down: false };

const COLUMNS = {
  type: orderOf,
  label: (node) => node.label,
  subtitle: (node) => node.subtitle,
  amount: (node) => (node.amount === null ? -1 : node.amount),
  status: statusOf,
  lines: (node) => Number(node.lines.split("|")[0]) || 0,
  links: (node) => node.links.length,
};

function fillList(events) {
  const rows = listedNodes();
  const table = el(
    "table",
    {},
    el("caption", { class: "only-for-readers" }, network.title),
    el("thead", {}, headRow(events)),
    el("tbody", {}, ...rows.map((node) => nodeRow(node, events))),
  );
  fill(page.list, table, ...(rows.length ? [] : [el("p", { class: "quiet" }, say("empty"))]));
}

function listedNodes() {
  const key = looseKey(state.query);
  const rows = network.nodes.filter((node) => isShown(node) && (!key || matchOf(node, key) > 0));
  const value = COLUMNS[sorting.column];
  const sign = sorting.down ? -1 : 1;
  return rows.sort((a, b) => sign * compare(value(a), value(b)) || compare(a.label, b.label) || a.index - b.index);
}

function compare(a, b) {
  return typeof a === "number" ? a - b : a.localeCompare(b, "ko");
}

function headRow(events) {
  const names = say("columns");
  return el("tr", {}, ...Object.keys(COLUMNS).map((column) => headCell(column, names[column], events)));
}

function headCell(column, name, events) {
  const own = sorting.column === column;
  const order = own ? (sorting.down ? "descending" : "ascending") : null;
  const mark = own ? (sorting.down ? " ▾" : " ▴") : "";
  const button = el("button", { type: "button", on: { click: () => sortBy(column, events) } }, name + mark);
  return el("th", { scope: "col", class: column, "aria-sort": order }, button);
}

function sortBy(column, events) {
  sorting.down = sorting.column === column ? !sorting.down : column === "amount" || column === "links";
  sorting.column = column;
  fillList(events);
  page.list.querySelector(`th.${column} button`).focus();
}

function nodeRow(node, events) {
  const on = { click: () => events.goThere(node) };
  const name = el("button", { type: "button", class: "link", on }, shorten(node.label, 200));
  const [money, won] = node.amount === null ? ["", null] : [shortWon(node.amount), fullWon(node.amount)];
  return el(
    "tr",
    { class: node === state.selected ? "selected" : null },
    el("td", { class: "type" }, shapeOf(node.type), labelOf(styleOf(node))),
    el("th", { scope: "row", class: "label" }, name),
    el("td", { class: "subtitle" }, shorten(node.subtitle, 120)),
    el("td", { class: "amount", title: won }, money),
    el("td", { class: "status" }, shorten(statusOf(node), 60)),
    el("td", { class: "lines" }, shorten(lineRuns(node.lines), 40)),
    el("td", { class: "links" }, String(node.links.length)),
  );
}
