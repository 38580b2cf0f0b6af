const LOST_AFTER = 5000;
const WITHIN = 1000;
const REST = 3000;
const fresh = new Set();
const stale = new Set();
let isFetching = false;
let isPutOff = false;
let lost;
let reloading;

/** Follows what happens at the desk; nothing on the screen moves by itself. */
export function live() {
  const source = new EventSource("/events");
  const state = document.querySelector("[data-live]");
  const banner = document.querySelector("[data-lost]");

  source.addEventListener("open", () => {
    clearTimeout(lost);
    banner.hidden = true;
    if (state.dataset.state === "off") document.querySelectorAll("[data-row]").forEach(refresh);
    state.dataset.state = "on";
    state.textContent = state.dataset.on;
  });
  source.addEventListener("error", () => {
    state.dataset.state = "off";
    state.textContent = state.dataset.off;
    clearTimeout(lost);
    lost = setTimeout(() => (banner.hidden = false), LOST_AFTER);
  });
  source.addEventListener("rule", () => refresh("rule"));
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

/** Loads a part of the page again that shows such changes, unless somebody fills it in. */
function refresh(kind) {
  const part = document.querySelector(`[data-refresh="${kind}"]`);
  if (part && !part.querySelector("details[name] form:focus-within, details[name][open]")) {
    htmx.ajax("GET", part.dataset.from, { target: part, swap: "outerHTML" });
  }
}

function changed({ alertId, isNew }) {
  const id = CSS.escape(alertId);
  const row = document.querySelector(`[data-row="${id}"]`);
  if (row) {
    refresh(row);
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
async function catchUp() {
  const open = document.querySelector("[data-case]");
  if (!isPutOff || isFetching || !open || isBusy(open)) return;
  isPutOff = false;
  isFetching = true;
  const path = `/case/${encodeURIComponent(open.dataset.case)}`;
  await htmx.ajax("GET", path, { target: open, swap: "outerHTML" }).catch(() => {});
  isFetching = false;
  catchUp();
}

/** Loads the row again soon. All screens hear of a change at the same moment: they ask one after the other. */
function refresh(row) {
  stale.add(row.dataset.row);
  reloading ??= setTimeout(reload, WITHIN * Math.random());
}

/** Loads all rows that have changed in one piece. */
async function reload() {
  const ids = [...stale].map((id) => `id=${encodeURIComponent(id)}`);
  stale.clear();
  try {
    const answer = await fetch(`/queue/rows?${ids.join("&")}`, { headers: { "HX-Request": "true" } });
    if (answer.ok) replace(await answer.text());
  } finally {
    reloading = setTimeout(rested, REST);
  }
}

function rested() {
  reloading = undefined;
  if (stale.size > 0) reload();
}

function replace(rows) {
  const page = new DOMParser().parseFromString(rows, "text/html");
  for (const row of page.querySelectorAll("[data-row]")) {
    const old = document.querySelector(`[data-row="${CSS.escape(row.dataset.row)}"]`);
    const isFocused = old?.contains(document.activeElement);
    old?.replaceWith(row);
    htmx.process(row);
    if (isFocused) row.querySelector(".number").focus();
  }
}

/** Swapping what an agent's own step came from would swallow its answer. */
function isBusy(open) {
  return Boolean(
    open.querySelector(".htmx-request, .act :focus, .taps details[open]") || open.querySelector("#note")?.value,
  );
}

function count() {
  const pill = document.querySelector("[data-pill]");
  if (pill) {
    pill.hidden = fresh.size === 0;
    pill.textContent = fresh.size === 1 ? pill.dataset.one : pill.dataset.many.replace("#", fresh.size);
  }
}
