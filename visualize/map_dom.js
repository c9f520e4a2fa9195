// Small helpers for the page. Names from documents enter it as text nodes and attribute values only.

const page = Object.fromEntries(
  [...document.querySelectorAll("[id]")].map((element) => [element.id, element]),
);

// el("p", {class: "note", title: "…", on: {click: f}}, "text", child)
function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "on") listen(element, value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : shown(value));
  }
  element.append(...children.filter((child) => child !== null && child !== "").map(asChild));
  return element;
}

function asChild(child) {
  return child instanceof Node ? child : document.createTextNode(shown(child));
}

function listen(element, handlers) {
  for (const [event, handler] of Object.entries(handlers)) element.addEventListener(event, handler);
}

function fill(element, ...children) {
  element.replaceChildren(...children.map(asChild));
}

// Control characters and marks of reading direction are named, so that they can turn nothing around.
function shown(text) {
  return String(text).replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (letter) => `⟨${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
}

function shorten(text, most) {
  const letters = [...text];
  return letters.length > most ? letters.slice(0, most - 1).join("") + "…" : text;
}

function joined(between, ...parts) {
  return parts.filter(Boolean).join(between);
}

function isDark() {
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

function colorOf(type) {
  const style = network.types.get(type);
  return isDark() ? style.dark : style.color;
}

// The type's shape as a small picture.
function shapeOf(type) {
  const shapes = page.shapes.content.querySelectorAll("svg");
  const shape = [...shapes].find((svg) => svg.dataset.shape === network.types.get(type).shape).cloneNode(true);
  shape.style.fill = colorOf(type);
  shape.setAttribute("aria-hidden", "true");
  return shape;
}

// A button that leads to a node: its shape, its name and a word beside it.
function nodeButton(node, beside, goThere) {
  return el(
    "button",
    { type: "button", class: "go", on: { click: () => goThere(node) } },
    shapeOf(node.type),
    el("span", { class: "name" }, shorten(node.label, 120)),
    beside ? el("span", { class: "beside" }, beside) : null,
  );
}

function isLawPage(url) {
  return /^https?:\/\//i.test(url);
}
