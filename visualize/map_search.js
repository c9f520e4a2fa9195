// The search box: names completed while typing, in any spelling.

const MOST_HITS = 12;
const search = { hits: [], active: -1 };

// How well a name fits: its beginning, its inside, or the words beside it; 0 if not at all.
function matchOf(node, key) {
  if (node.key === key) return 4;
  if (node.key.startsWith(key)) return 3;
  if (node.key.includes(key)) return 2;
  return node.besideKey.includes(key) ? 1 : 0;
}

function hitsOf(query) {
  const key = looseKey(query);
  if (!key) return [];
  const hits = network.nodes.map((node) => ({ node, fit: matchOf(node, key) })).filter(({ fit }) => fit > 0);
  return hits.sort((a, b) => b.fit - a.fit || compareNodes(a.node, b.node)).map(({ node }) => node);
}

function compareNodes(a, b) {
  return orderOf(a) - orderOf(b) || a.key.length - b.key.length || a.index - b.index;
}

function startSearch(events) {
  listen(page.search, {
    input: () => typed(events),
    focus: () => typed(events),
    keydown: (event) => searchKey(event, events),
    blur: closeHits,
  });
}

function typed(events) {
  state.query = page.search.value;
  search.hits = hitsOf(state.query);
  search.active = -1;
  if (state.view === "list") closeHits();
  else fillHits(events);
  if (page.search.value || state.view === "list") announce(say("hits", search.hits.length));
  events.typed();
}

function fillHits(events) {
  const rows = search.hits.slice(0, MOST_HITS).map((node, position) => hitRow(node, position, events));
  const empty = el("li", { class: "quiet", role: "presentation" }, say("nothing"));
  fill(page.hits, ...(rows.length ? rows : [empty]));
  page.hits.hidden = !looseKey(state.query);
  page.search.setAttribute("aria-expanded", String(!page.hits.hidden));
  showMark([]);
}

// mousedown, because the blur of the box comes before a click.
function hitRow(node, position, events) {
  const choose = (event) => {
    event.preventDefault();
    chooseHit(node, events);
  };
  const beside = joined(" · ", labelOf(styleOf(node)), node.subtitle);
  return el(
    "li",
    { role: "option", id: `hit-${position}`, on: { mousedown: choose } },
    shapeOf(node.type),
    el("span", { class: "name" }, shorten(node.label, 80)),
    el("span", { class: "beside" }, shorten(beside, 40)),
  );
}

function chooseHit(node, events) {
  page.search.value = node.label;
  closeHits();
  events.goThere(node);
}

function closeHits() {
  page.hits.hidden = true;
  search.active = -1;
  page.search.setAttribute("aria-expanded", "false");
  page.search.removeAttribute("aria-activedescendant");
}

// Marks the row at a position; before the first comes the last, after the last the first.
function markHit(position) {
  const rows = [...page.hits.querySelectorAll('[role="option"]')];
  search.active = rows.length ? (position + rows.length) % rows.length : -1;
  showMark(rows);
}

function showMark(rows) {
  rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === search.active)));
  const row = rows[search.active];
  if (row) {
    page.search.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  } else page.search.removeAttribute("aria-activedescendant");
}

function searchKey(event, events) {
  // Enter and arrows belong to the input method while a syllable is being composed.
  if (event.isComposing) return;
  if (event.key === "ArrowDown") markHit(search.active + 1);
  else if (event.key === "ArrowUp") markHit(Math.max(search.active, 0) - 1);
  else if (event.key === "Enter" && search.hits.length) chooseHit(search.hits[Math.max(search.active, 0)], events);
  else if (event.key === "Escape" && !page.hits.hidden) closeHits();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
