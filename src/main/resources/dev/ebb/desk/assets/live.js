import { caseChanged, followCase, openCaseChanged } from "./opencase.js";

const LOST_AFTER = 5000;
const WITHIN = 1000;
const REST = 3000;
const fresh = new Set();
const stale = new Set();
let source;
let lost;
let reloading;

/** Follows what happens at the desk; nothing on the screen moves by itself. */
export function live() {
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target?.id === "rows") {
      fresh.clear();
      count();
    }
  });
  followCase();
  listen();
  window.addEventListener("pagehide", () => source.close());
}

function listen() {
  source = new EventSource("/events");
  const state = document.querySelector("[data-live]");
  const banner = document.querySelector("[data-lost]");

  source.addEventListener("open", () => {
    clearTimeout(lost);
    banner.hidden = true;
    // All screens come back at the same moment: they ask one after the other.
    if (state.dataset.state === "off") setTimeout(catchUp, WITHIN * Math.random());
    state.dataset.state = "on";
    state.textContent = state.dataset.on;
  });
  source.addEventListener("error", () => {
    state.dataset.state = "off";
    state.textContent = state.dataset.off;
    clearTimeout(lost);
    lost = setTimeout(() => (banner.hidden = false), LOST_AFTER);
    // After an answer that is no stream, as of a proxy before a desk that starts, browsers give up.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, LOST_AFTER);
  });
  source.addEventListener("rule", () => refresh(document.querySelector("[data-refresh=rule]")));
  source.addEventListener("case", (event) => changed(JSON.parse(event.data)));
}

/** What happened while the screen was cut off is told to nobody again: it asks for all it shows. */
function catchUp() {
  if (document.querySelector("[data-next-empty]")) location.reload();
  document.querySelectorAll("[data-row]").forEach(renew);
  document.querySelectorAll("[data-refresh]").forEach(refresh);
  openCaseChanged();
  findNew();
}

/** Loads a part of the page again, unless somebody fills it in. */
function refresh(part) {
  if (part && !part.querySelector("details[name] form:focus-within, details[name][open]")) {
    htmx.ajax("GET", part.dataset.from, { target: part, swap: "outerHTML" }).catch(() => {});
  }
}

/** Announces cases that the queue has and the screen does not. */
async function findNew() {
  const pill = document.querySelector("[data-pill]");
  if (!pill) return;
  try {
    const queue = await get(pill.getAttribute("hx-get"));
    queue?.querySelectorAll("[data-row]").forEach(({ dataset: { row } }) => rowOf(row) ?? fresh.add(row));
    count();
  } catch {
    setTimeout(findNew, REST);
  }
}

function changed({ alertId, isNew, to }) {
  const row = rowOf(alertId);
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
  const asked = [...stale];
  stale.clear();
  try {
    const rows = await get(`/queue/rows?${asked.map((id) => `id=${encodeURIComponent(id)}`).join("&")}`);
    if (rows) replace(rows);
  } catch {
    asked.forEach((id) => stale.add(id));
  } finally {
    reloading = setTimeout(rested, REST);
  }
}

/** A page of the desk, or null if this viewer may not see it; throws where asking again may help. */
async function get(path) {
  const answer = await fetch(path, { headers: { "HX-Request": "true" } });
  if (answer.status >= 500) throw new Error(answer.statusText);
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

function rowOf(alertId) {
  return document.querySelector(`[data-row="${CSS.escape(alertId)}"]`);
}

function rested() {
  reloading = undefined;
  if (stale.size > 0) reload();
}

function replace(page) {
  for (const row of page.querySelectorAll("[data-row]")) {
    const old = rowOf(row.dataset.row);
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
