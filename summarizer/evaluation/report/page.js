"use strict";

(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = (value) => (value || "").split(" ").filter(Boolean);

  // A claim that is pointed at or has the focus, and the words in both columns that it rests on.
  const light = (article, claims, kin) => {
    for (const piece of all("[data-claims], [data-claim]", article)) {
      const own = words(piece.dataset.claims || piece.dataset.claim);
      const lit = own.some((claim) => claims.has(claim));
      piece.classList.toggle("lit", lit);
      piece.classList.toggle("kin", !lit && own.some((claim) => kin.has(claim)));
    }
  };

  const side = (piece) => (piece.closest(".text.gold") ? "gold:" : "predicted:");

  const claimsOf = (element) => {
    if (element.dataset.claim) {
      return [new Set([element.dataset.claim]), new Set(words(element.dataset.kin))];
    }
    const own = words(element.dataset.claims).filter((claim) => claim.startsWith(side(element)));
    return [new Set(own), new Set()];
  };

  let shown = null;
  const show = (element) => {
    const article = element ? element.closest(".article") : null;
    if (shown && shown !== article) light(shown, new Set(), new Set());
    if (article) light(article, ...claimsOf(element));
    shown = article;
  };

  const target = (node) =>
    node instanceof Element ? node.closest("[data-claim], [data-claims]") : null;
  const focused = () => target(document.activeElement);

  // Only the columns scroll, so that the list stays where the reader is.
  const reveal = (article) => {
    for (const column of all(".text", article)) {
      const piece = column.querySelector(".lit") || column.querySelector(".kin");
      if (piece) column.scrollTop = piece.offsetTop - column.clientHeight / 3;
    }
  };

  document.addEventListener("mouseover", (event) => show(target(event.target) || focused()));
  document.documentElement.addEventListener("mouseleave", () => show(focused()));
  document.addEventListener("focusin", (event) => {
    const claim = target(event.target);
    show(claim);
    if (claim) reveal(claim.closest(".article"));
  });
  document.addEventListener("focusout", () => show(null));
  document.addEventListener("click", (event) => {
    const piece = target(event.target);
    if (!piece || !piece.dataset.claims) return;
    const [own] = claimsOf(piece);
    const lists = all("[data-claim]:not([hidden])", piece.closest(".article"));
    const claim = lists.find((item) => own.has(item.dataset.claim));
    if (claim) claim.focus();
  });

  // Sorting; a cell without a value comes last, whichever way.
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent : cell.dataset.value;
  };
  const compare = (a, b) =>
    a !== "" && b !== "" && !Number.isNaN(Number(a)) && !Number.isNaN(Number(b))
      ? Number(a) - Number(b)
      : a.localeCompare(b);

  for (const table of all("table.overview")) {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      head.querySelector("button").addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...table.tBodies[0].rows].sort((one, other) => {
          const [a, b] = [value(one, column), value(other, column)];
          if (a === "" || b === "") return Number(a === "") - Number(b === "");
          return down ? compare(b, a) : compare(a, b);
        });
        table.tBodies[0].append(...rows);
      });
    });
  }

  // Filters: with none chosen everything is shown.
  const boxes = all(".filters input");
  const filter = () => {
    const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let articles = 0;
    let claims = 0;
    for (const article of all(".article")) {
      const fits = !chosen.size || words(article.dataset.changes).some((c) => chosen.has(c));
      article.hidden = !fits;
      if (chosen.size && fits) article.open = true;
      articles += Number(fits);
      for (const claim of all("[data-claim]", article)) {
        claim.hidden = chosen.size > 0 && !chosen.has(claim.dataset.change);
        claims += Number(fits && !claim.hidden);
      }
    }
    for (const row of all("tr[data-article]")) {
      row.hidden = document.getElementById(row.dataset.article).hidden;
    }
    const status = document.getElementById("status");
    status.textContent = chosen.size ? `${claims} claims in ${articles} articles` : "";
  };
  for (const box of boxes) box.addEventListener("change", filter);
  if (boxes.length) filter();

  // A link to an article opens it.
  const open = () => {
    const article = document.getElementById(window.location.hash.slice(1));
    if (article && article.matches(".article")) article.open = true;
  };
  window.addEventListener("hashchange", open);
  for (const link of all(".overview a")) {
    link.addEventListener("click", () => {
      document.getElementById(link.getAttribute("href").slice(1)).open = true;
    });
  }
  open();
})();
