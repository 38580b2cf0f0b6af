import { caseChanged, followCase } from "./opencase.js";

const LOST_AFTER = 5000;
const WITHIN = 1000;
const REST = 3000;
const fresh = new Set();
const stale = new Set();
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
    if (state.dataset.state === "off") document.querySelectorAll("[data-row]").forEach(renew);
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
  followCase();
  window.addEventListener("pagehide", () => source.close());
}

/** Loads a part of the page again that shows such changes, unless somebody fills it in. */
function refresh(kind) {
  const part = document.querySelector(`[data-refresh="${kind}"]`);
  if (part && !part.querySelector("details[name] form:focus-within, details[name][open]")) {
    htmx.ajax("GET", part.dataset.from, { target: part, swap: "outerHTML" });
  }
}

function changed({ alertId, isNew, to }) {
  const id = CSS.escape(alertId);
  const row = document.querySelector(`[data-row="${id}"]`);
  if (row) {
    renew(row);
  } else if (isNew) {
    fresh.add(alertId);
    count();
  }
  caseChanged(alertId);
  const isMine = to !== undefined && to === document.body.dataset.me;
  if (isMine) {
    handed(alertId);
  }
  if ((isNew || isMine) && document.querySelector("[data-next-empty]")) {
    location.reload();
  }
}

/** Loads the row again soon. All screens hear of a change at the same moment: they ask one after the other. */
function renew(row) {
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

/** A colleague has passed a case on to whoever sits here. */
function handed(alertId) {
  const notice = document.querySelector("[data-handed]");
  notice.querySelector("a").href = `/case/${encodeURIComponent(alertId)}`;
  notice.hidden = document.querySelector("[data-case]")?.dataset.case === alertId;
}

function count() {
  const pill = document.querySelector("[data-pill]");
  if (pill) {
    pill.hidden = fresh.size === 0;
    pill.textContent = fresh.size === 1 ? pill.dataset.one : pill.dataset.many.replace("#", fresh.size);
  }
}
