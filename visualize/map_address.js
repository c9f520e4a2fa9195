// The view in the page's address, behind #, so that a link or the back button brings it back.

let written = "";

function addressOf(looking) {
  const parts = new URLSearchParams();
  if (state.selected) parts.set("node", state.selected.id);
  if (state.hidden.size) parts.set("hide", [...state.hidden].join(","));
  for (const [name, key] of Object.entries(state.filters)) if (key) parts.set(name, key.id || key);
  if (state.focus) parts.set("focus", state.focus.id);
  if (state.focus && state.steps !== 1) parts.set("steps", String(state.steps));
  if (state.view !== "map") parts.set("view", state.view);
  if (state.language !== "ko") parts.set("lang", state.language);
  if (looking) parts.set("at", looking);
  return `#${parts}`;
}

function writeAddress(looking, asNewStep) {
  const address = addressOf(looking);
  if (address === written) return;
  written = address;
  if (asNewStep) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

// Takes over what the address says; returns where it looks ([x, y, scale]) if it says so.
function readAddress() {
  written = location.hash || "#";
  const parts = new URLSearchParams(location.hash.slice(1));
  const hidden = (parts.get("hide") || "").split(",").filter((type) => network.types.has(type));
  state.selected = network.byId.get(parts.get("node")) || null;
  state.hidden = new Set(hidden);
  for (const name of Object.keys(state.filters)) state.filters[name] = chosenIn(name, parts.get(name));
  state.focus = network.byId.get(parts.get("focus")) || null;
  state.steps = Math.min(Math.max(Math.trunc(Number(parts.get("steps"))) || 1, 1), MOST_STEPS);
  state.view = parts.get("view") === "list" ? "list" : "map";
  state.language = parts.get("lang") === "en" ? "en" : "ko";
  const at = (parts.get("at") || "").split(",").map(Number);
  return at.length === 3 && at.every(Number.isFinite) && at[2] > 0.01 && at[2] < 20 ? at : null;
}

function chosenIn(name, text) {
  const found = choices[name].find(({ key }) => text && (key.id || key) === text);
  return found ? found.key : null;
}
