const LOST_AFTER = 5000;
const fresh = new Set();
const stale = new Map();
let isFetching = false;
let isPutOff = false;
let lost;

/** Follows what happens at the desk; nothing on the screen moves by itself. */
export function live() {
  const source = new EventSource("/events");
  const state = document.querySelector("[data-live]");
  const banner = document.querySelector("[data-lost]");

  source.addEventListener("open", () => {
    clearTimeout(lost);
    banner.hidden = true;
    state.dataset.state = "on";
    state.textContent = state.dataset.on;
  });
  source.addEventListener("error", () => {
    state.dataset.state = "off";
    state.textContent = state.dataset.off;
    clearTimeout(lost);
    lost = setTimeout(() => (banner.hidden = false), LOST_AFTER);
  });
  source.addEventListener("case", (event) => changed(JSON.parse(event.data)));
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target?.id === "rows") {
      fresh.clear();
      count();
    }
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const open = event.detail.target;
    if (event.detail.requestConfig.verb === "get" && open.matches("[data-case]") && isBusy(open)) {
      event.detail.shouldSwap = false;
      isPutOff = true;
    }
  });
  for (const end of ["htmx:afterRequest", "focusout", "toggle", "input"]) {
    document.addEventListener(end, () => setTimeout(catchUp), true);
  }
  window.addEventListener("pagehide", () => source.close());
}

function changed({ alertId, isNew }) {
  const id = CSS.escape(alertId);
  const row = () => document.querySelector(`[data-row="${id}"]`);
  if (row()) {
    fetchAnew(`/queue/row/${encodeURIComponent(alertId)}`, row);
  } else if (isNew) {
    fresh.add(alertId);
    count();
  }
  if (document.querySelector(`[data-case="${id}"]`)) {
    isPutOff = true;
    catchUp();
  }
  if (isNew && document.querySelector("[data-next-empty]")) {
    location.reload();
  }
}

/** Shows what has happened to the open case, as soon as the agent is not in the middle of something. */
function catchUp() {
  const open = () => document.querySelector("[data-case]");
  if (isPutOff && open() && !isBusy(open())) {
    isPutOff = false;
    fetchAnew(`/case/${encodeURIComponent(open().dataset.case)}`, open);
  }
}

/** Swapping what an agent's own step came from would swallow its answer. */
function isBusy(open) {
  return Boolean(
    open.querySelector(".htmx-request, .act :focus, .taps details[open]") || open.querySelector("#note")?.value,
  );
}

/** One after the other: htmx keeps only the last of those that wait. */
async function fetchAnew(path, find) {
  stale.set(path, find);
  if (isFetching) return;
  isFetching = true;
  for (const [next, findNext] of stale) {
    stale.delete(next);
    const target = findNext();
    if (target) {
      await htmx.ajax("GET", next, { target, swap: "outerHTML" }).catch(() => {});
    }
  }
  isFetching = false;
}

function count() {
  const pill = document.querySelector("[data-pill]");
  if (pill) {
    pill.hidden = fresh.size === 0;
    pill.textContent = fresh.size === 1 ? pill.dataset.one : pill.dataset.many.replace("#", fresh.size);
  }
}
