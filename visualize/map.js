// The page: what a click, a key or an address changes, and how the parts follow.

const look = { at: "", timer: 0, opener: null };

const ZOOMS = {
  in: { name: "zoomIn", act: () => zoom(1.3) },
  out: { name: "zoomOut", act: () => zoom(1 / 1.3) },
  all: { name: "zoomAll", act: () => showAll() },
};

const LABELS = {
  search: "search",
  legend: "legend",
  views: "views",
  languages: "languages",
  map: "mapHelp",
  filters: "filters",
  near: "focus",
  steps: "stepsName",
  list: "list",
  zoom: "zoom",
};

const events = {
  pick: (node, byKey) => (node ? goThere(node, byKey) : close()),
  goThere: (node) => goThere(node, true),
  center: (node) => center(node),
  close: () => close(),
  focus: (node) => focusOn(node),
  filter: (name, key) => narrow(() => (state.filters[name] = key)),
  clear: () => narrow(() => (state.filters = noFilters())),
  steps: (count) => narrow(() => (state.steps = count)),
  moved: () => rememberView(),
  restyle: () => render(),
  typed: () => state.view === "list" && fillList(events),
};

function goThere(node, lookThere) {
  if (!isShown(node)) reveal(node);
  if (page.panel.hidden) look.opener = document.activeElement;
  state.selected = node;
  render();
  if (drawing.network && state.view === "map") (lookThere ? lookAt : keepInSight)(node);
  if (lookThere) page.panel.focus({ preventScroll: true });
  announce(say("selected", shorten(node.label, 80)));
  look.at = "";
  writeAddress(look.at, true);
}

function center(node) {
  setView("map");
  if (drawing.network) lookAt(node);
}

function close() {
  if (!state.selected) return;
  state.selected = null;
  render();
  writeAddress(look.at, true);
  const opener = look.opener && look.opener.isConnected && look.opener !== document.body ? look.opener : null;
  (opener || (state.view === "map" ? page.map : page.list)).focus({ preventScroll: true });
}

// One step back: the panel first, then the focus.
function goBack() {
  if (state.selected) close();
  else if (state.focus) focusOn(null);
}

function toggleType(type) {
  if (!state.hidden.delete(type)) state.hidden.add(type);
  dropHidden();
  render();
  writeAddress(look.at);
}

// Only what is near a node, or again all.
function focusOn(node) {
  const inside = page.near.contains(document.activeElement);
  if (node) reveal(node);
  narrow(() => (state.focus = node));
  if (inside) (state.view === "map" ? page.map : page.list).focus({ preventScroll: true });
}

// Changes what passes, and looks at all of it.
function narrow(change) {
  change();
  state.passing = passingNodes();
  dropHidden();
  render();
  if (drawing.network) showAll();
  announce(say("shownOf", network.nodes.filter(isShown).length, network.nodes.length));
  look.at = "";
  writeAddress(look.at, true);
}

function dropHidden() {
  if (state.selected && !isShown(state.selected)) state.selected = null;
}

function setView(view) {
  state.view = canDraw() ? view : "list";
  render();
  writeAddress(look.at);
}

function setLanguage(language) {
  state.language = language;
  render();
  writeAddress(look.at);
}

// The view is written once the hand rests.
function rememberView() {
  clearTimeout(look.timer);
  look.timer = setTimeout(() => {
    const [x, y, scale] = whereItLooks();
    look.at = [x.toFixed(0), y.toFixed(0), scale.toFixed(3)].join(",");
    writeAddress(look.at);
  }, 200);
}

function announce(text) {
  page.status.textContent = shown(text);
}

// ---- drawing the parts anew ----

function render() {
  state.passing = passingNodes();
  document.documentElement.lang = state.language;
  renderTexts();
  renderLegend();
  renderFilters();
  renderNear();
  renderView();
  renderPanel();
  if (drawing.network) colourAll();
  if (state.view === "list") fillList(events);
}

function renderTexts() {
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const [id, name] of Object.entries(LABELS)) page[id].setAttribute("aria-label", say(name));
  page.search.placeholder = say("search");
  for (const button of page.zoom.children) {
    button.title = say(ZOOMS[button.dataset.zoom].name);
    button.setAttribute("aria-label", button.title);
  }
}

function renderLegend() {
  const focused = document.activeElement && document.activeElement.dataset.type;
  const types = [...network.types.keys()].filter((type) => countOf(type, network.nodes));
  fill(page.types, ...types.map((type) => el("li", {}, typeButton(type))));
  if (focused) page.types.querySelector(`[data-type="${focused}"]`).focus();
  fill(page.scale, ...network.scale.map(([won, size]) => scaleMark(won, size)));
  fill(page.sources, ...network.sources.map(sourceRow));
  page.total.textContent = say("total", ...totals());
}

function totals() {
  const edges = network.edges.filter(({ source, target }) => isShown(source) && isShown(target));
  return [network.nodes.filter(isShown).length, edges.length];
}

function sourceRow({ id, title, as_of }) {
  return el("li", { title: id }, joined(", ", title || id, as_of));
}

function typeButton(type) {
  const style = network.types.get(type);
  const pressed = String(!state.hidden.has(type));
  const on = { click: () => toggleType(type) };
  return el(
    "button",
    { type: "button", "data-type": type, "aria-pressed": pressed, title: otherLabelOf(style), on },
    shapeOf(type),
    el("span", { class: "name" }, labelOf(style)),
    el("span", { class: "count" }, countShown(type)),
  );
}

// How many there are; while something is filtered away also how many are left.
function countShown(type) {
  const all = countOf(type, network.nodes);
  return isNarrowed() ? `${countOf(type, [...state.passing])}/${all}` : String(all);
}

function scaleMark(won, size) {
  const disc = el("i", {});
  disc.style.width = disc.style.height = `${size}px`;
  return el("span", {}, disc, shortWon(won, true));
}

function renderView() {
  page.map.classList.toggle("away", state.view !== "map");
  page.zoom.hidden = state.view !== "map";
  page.list.hidden = state.view !== "list";
  hideHint();
  for (const button of page.views.children) press(button, button.dataset.view === state.view);
  for (const button of page.languages.children) press(button, button.dataset.language === state.language);
}

function press(button, pressed) {
  button.setAttribute("aria-pressed", String(pressed));
}

function renderPanel() {
  page.panel.hidden = !state.selected;
  document.body.classList.toggle("with-panel", Boolean(state.selected));
  if (state.selected) fillPanel(state.selected, events);
  if (!drawing.network) return;
  takeRoom();
  if (state.selected) drawing.network.selectNodes([state.selected.index]);
  else drawing.network.unselectAll();
}

function pressZoom(way) {
  ZOOMS[way].act();
  rememberView();
}

// ---- starting ----

function restore() {
  const at = readAddress();
  if (!canDraw()) state.view = "list";
  render();
  look.at = at ? at.join(",") : "";
  if (!drawing.network) return;
  if (at) lookTo(at);
  else if (isNarrowed()) showAll();
  else if (state.selected) lookAt(state.selected);
}

function start() {
  readAddress();
  if (canDraw()) startDrawing(events);
  startSearch(events);
  startFilters(events);
  for (const button of page.views.children) listen(button, { click: () => setView(button.dataset.view) });
  for (const button of page.languages.children) listen(button, { click: () => setLanguage(button.dataset.language) });
  for (const button of page.zoom.children) listen(button, { click: () => pressZoom(button.dataset.zoom) });
  addEventListener("keydown", (event) => event.key === "Escape" && goBack());
  addEventListener("hashchange", () => location.hash !== written && restore());
  restore();
}

start();
