// The page of a preview: shows the drawing it is sent, and tells which node was clicked.
const host = acquireVsCodeApi();
const main = document.querySelector("main");
/** Times its own size; undefined as long as it is only to fit. */
let scale;
let selected;

const resize = () => {
  const svg = main.querySelector("svg");
  if (svg === null) return;
  svg.classList.toggle("fitting", scale === undefined);
  svg.setAttribute("width", svg.viewBox.baseVal.width * (scale ?? 1));
};

const mark = () => {
  for (const node of main.querySelectorAll("[data-node]")) node.classList.toggle("selected", node.dataset.node === selected);
};

addEventListener("message", ({ data }) => {
  if ("svg" in data) main.innerHTML = data.svg;
  if ("instead" in data && main.querySelector("svg") === null) main.textContent = data.instead;
  if ("selected" in data) selected = data.selected;
  resize();
  mark();
});

// Ctrl and the wheel enlarge, as they do everywhere.
addEventListener("wheel", (event) => {
  const svg = main.querySelector("svg");
  if (!event.ctrlKey || svg === null) return;
  event.preventDefault();
  const now = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  scale = Math.min(4, Math.max(0.1, now * (event.deltaY < 0 ? 1.1 : 1 / 1.1)));
  resize();
}, { passive: false });

main.addEventListener("click", ({ target }) => {
  const node = target.closest("[data-node]");
  if (node !== null) host.postMessage({ node: node.dataset.node });
});

host.postMessage({ ready: true });
