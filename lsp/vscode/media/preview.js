// The page of a preview: shows the drawing it is sent, and tells which node was clicked.
const host = acquireVsCodeApi();
const main = document.querySelector("main");
let scale = 1;
let selected;

const resize = () => {
  const svg = main.querySelector("svg");
  if (svg === null) return;
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  svg.setAttribute("width", width * scale);
  svg.setAttribute("height", height * scale);
};

const mark = () => {
  for (const node of main.querySelectorAll("[data-node]")) node.classList.toggle("selected", node.dataset.node === selected);
};

addEventListener("message", ({ data }) => {
  if ("svg" in data) main.innerHTML = data.svg;
  if ("selected" in data) selected = data.selected;
  resize();
  mark();
});

// Ctrl and the wheel enlarge, as they do everywhere.
addEventListener("wheel", (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  scale = Math.min(4, Math.max(0.2, scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1)));
  resize();
}, { passive: false });

main.addEventListener("click", ({ target }) => {
  const node = target.closest("[data-node]");
  if (node !== null) host.postMessage({ node: node.dataset.node });
});

host.postMessage({ ready: true });
