/** Reads values off the charts below this element: by pointing, or with the arrow keys. */
export function charts(root) {
  for (const chart of root.querySelectorAll("[data-chart]:not([data-ready])")) {
    chart.dataset.ready = "";
    readable(chart);
  }
}

function readable(chart) {
  const drawing = chart.querySelector("svg");
  const cursor = chart.querySelector("[data-cursor]");
  const readout = chart.querySelector("[data-readout]");
  const hint = readout.textContent;
  const days = [...chart.querySelectorAll("tr[data-x]")];
  let at = days.length;

  const show = (day) => {
    at = Math.min(days.length - 1, Math.max(0, day));
    const x = days[at].dataset.x;
    cursor.setAttribute("x1", x);
    cursor.setAttribute("x2", x);
    cursor.setAttribute("visibility", "visible");
    readout.textContent = [...days[at].cells].map((cell) => cell.textContent).filter(Boolean).join(" · ");
  };
  const leave = () => {
    cursor.setAttribute("visibility", "hidden");
    readout.textContent = hint;
  };

  drawing.addEventListener("pointermove", (event) => {
    const box = drawing.getBoundingClientRect();
    show(Math.floor(((event.clientX - box.left) / box.width) * days.length));
  });
  drawing.addEventListener("pointerleave", leave);
  drawing.addEventListener("blur", leave);
  drawing.addEventListener("focus", () => readout.setAttribute("aria-live", "polite"));
  drawing.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      event.preventDefault();
      show(at + step);
    }
  });
}
