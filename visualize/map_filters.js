// What is shown: filters by department, law, partner and status, and what is near the one thing in focus.

const MOST_STEPS = 3;
const choices = readChoices();

// What can be chosen for each filter: [{key, label_ko, label_en, count}]; a law or unit that nothing hangs on is none.
function readChoices() {
  const ofType = (type, area) => {
    const nodes = network.nodes.filter((node) => node.type === type);
    const rows = nodes.map((node) => ({ key: node, label_ko: node.label, label_en: "", count: area(node).size - 1 }));
    return rows.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || a.key.index - b.key.index);
  };
  return {
    department: ofType("department", areaOfDepartment),
    law: ofType("law", areaOf),
    partner: ofType("partner", areaOf),
    status: statusChoices(),
  };
}

function statusChoices() {
  const rows = new Map();
  for (const { type, status, status_en } of network.nodes) {
    if (type !== "facility" || !status) continue;
    if (!rows.has(status)) rows.set(status, { key: status, label_ko: status, label_en: status_en, count: 0 });
    rows.get(status).count++;
  }
  return [...rows.values()].sort((a, b) => b.count - a.count);
}

// All that links lead to which `follows` takes, at most so many steps away.
function reach(starts, follows, steps = Infinity) {
  const found = new Set(starts);
  let rim = [...found];
  for (let step = 0; rim.length && step < steps; step++) {
    const ends = rim.flatMap((from) => from.links.filter(({ edge }) => follows(edge, from)).map(({ node }) => node));
    rim = [...new Set(ends)].filter((node) => !found.has(node));
    for (const node of rim) found.add(node);
  }
  return found;
}

// From a department to its projects and lines, on to the facilities, their branches and the laws; never back up.
function leadsDown(edge, from) {
  return (edge.type === "facility_of" ? edge.target : edge.source) === from;
}

function areaOfDepartment(department) {
  return reach([department], leadsDown);
}

// What stands on the law, or what the partner takes part in, what hangs on that, and who is responsible; no others of
// its type.
function areaOf(thing) {
  const own = thing.links.map(({ node }) => node);
  const owners = own.flatMap(({ links }) => links.filter(({ edge }) => edge.type === "competent"));
  const area = [...reach(own, leadsDown), ...owners.map(({ node }) => node)];
  return new Set([thing, ...area.filter(({ type }) => type !== thing.type)]);
}

// The facilities of a status with what they hang together with, and the departments behind that.
function withStatus(nodes, status) {
  const pool = new Set(nodes);
  const facilities = nodes.filter((node) => node.type === "facility" && node.status === status);
  const beside = facilities.flatMap(({ links }) => links.map(({ node }) => node));
  const others = beside.filter((node) => node.type !== "facility" && pool.has(node));
  const behind = others.flatMap(({ links }) => links.map(({ node }) => node));
  const units = behind.filter((node) => node.type === "department" && pool.has(node));
  return new Set([...facilities, ...others, ...units]);
}

// Whether anything but the legend takes nodes away.
function isNarrowed() {
  return Boolean(state.focus) || Object.values(state.filters).some(Boolean);
}

function passingNodes() {
  const { department, law, partner, status } = state.filters;
  const areas = [
    state.focus && reach([state.focus], () => true, state.steps),
    department && areaOfDepartment(department),
    law && areaOf(law),
    partner && areaOf(partner),
  ].filter(Boolean);
  const common = network.nodes.filter((node) => areas.every((area) => area.has(node)));
  return status ? withStatus(common, status) : new Set(common);
}

// Takes back whatever hides a node.
function reveal(node) {
  state.hidden.delete(node.type);
  if (state.passing.has(node)) return;
  state.focus = null;
  state.passing = passingNodes();
  if (!state.passing.has(node)) state.filters = noFilters();
}

function renderFilters() {
  for (const [name, rows] of Object.entries(choices)) {
    const select = page.filters.querySelector(`[data-filter="${name}"]`);
    const chosen = rows.findIndex(({ key }) => key === state.filters[name]);
    fill(select, el("option", { value: "" }, say("anything")), ...rows.map(optionOf));
    select.value = chosen < 0 ? "" : String(chosen);
    select.classList.toggle("chosen", chosen >= 0);
    select.parentElement.hidden = !rows.length;
  }
  page.clear.hidden = !Object.values(state.filters).some(Boolean);
}

function optionOf(row, position) {
  return el("option", { value: String(position) }, `${shorten(labelOf(row), 60)} (${row.count})`);
}

function renderNear() {
  page.near.hidden = !state.focus;
  if (state.focus) fill(page.nearName, el("b", {}, shorten(state.focus.label, 60)), ` ${say("near")}`);
  for (const button of page.steps.children) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.steps) === state.steps));
    button.title = say("steps", button.dataset.steps);
    button.setAttribute("aria-label", button.title);
  }
  page.empty.hidden = network.nodes.some(isShown) || state.view !== "map";
}

function startFilters(events) {
  for (const select of page.filters.querySelectorAll("select")) {
    const name = select.dataset.filter;
    listen(select, { change: () => events.filter(name, select.value ? choices[name][select.value].key : null) });
  }
  listen(page.clear, { click: () => events.clear() });
  listen(page.back, { click: () => events.focus(null) });
  for (const button of page.steps.children) listen(button, { click: () => events.steps(Number(button.dataset.steps)) });
}
