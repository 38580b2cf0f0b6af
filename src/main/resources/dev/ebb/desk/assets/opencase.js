const REST = 3000;
let isPutOff = false;
let isFetching = false;
let hasFailed = false;

/** Follows the open case: it is fetched anew once the agent is not in the middle of something. */
export function followCase() {
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, requestConfig, xhr } = event.detail;
    if (requestConfig.verb !== "get" || !target.matches("[data-case]")) return;
    if (isBusy(target)) {
      event.detail.shouldSwap = false;
      isPutOff = true;
    }
    hasFailed = xhr.status >= 500;
  });
  for (const end of ["htmx:afterRequest", "focusout", "toggle", "input"]) {
    document.addEventListener(end, () => setTimeout(catchUp), true);
  }
}

/** Something has happened to this case. */
export function caseChanged(alertId) {
  if (open()?.dataset.case === alertId) openCaseChanged();
}

/** Something may have happened to the case on this screen, if there is one. */
export function openCaseChanged() {
  isPutOff = true;
  catchUp();
}

function open() {
  return document.querySelector("[data-case]");
}

async function catchUp() {
  const target = open();
  if (!isPutOff || isFetching || !target || isBusy(target)) return;
  isPutOff = false;
  isFetching = true;
  hasFailed = false;
  const path = `/case/${encodeURIComponent(target.dataset.case)}`;
  await htmx.ajax("GET", path, { target, swap: "outerHTML" }).catch(() => (hasFailed = true));
  if (hasFailed) {
    isPutOff = true;
    await new Promise((rested) => setTimeout(rested, REST));
  }
  isFetching = false;
  catchUp();
}

/** Swapping what an agent's own step came from would swallow its answer. */
function isBusy(target) {
  const doing = target.querySelector(".htmx-request, .act :focus, .act details[open]");
  return Boolean(doing || target.querySelector("#note")?.value);
}
