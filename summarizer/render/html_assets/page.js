"use strict";

// Nothing here makes markup: texts come from the page itself and go back as text. Nothing is
// stored, and there is one listener a kind of event, however many claims there are.
(() => {
  const byId = (id) => document.getElementById(id);
  const listOf = (value) => (value ? value.split(" ") : []);
  const claims = [...document.querySelectorAll(".claim")];
  const texts = [...document.querySelectorAll(".text")];
  const bar = byId("bar");
  const choices = byId("choices");

  const claimOf = (number) => byId(`claim-${number}`);
  const numberOf = (claim) => claim.id.slice("claim-".length);
  const linkOf = (claim) => claim.querySelector("a");
  const sourceOf = (node) => node.closest(".source");

  // The stretches of the sources that each claim rests on.
  const stretches = new Map();
  for (const stretch of document.querySelectorAll("[data-c], [data-x]")) {
    for (const number of [...listOf(stretch.dataset.c), ...listOf(stretch.dataset.x)]) {
      if (!stretches.has(number)) stretches.set(number, []);
      stretches.get(number).push(stretch);
    }
  }

  // One stop of the Tab key for each list and each text; inside, the arrow keys go on.
  const rove = (group, element) => {
    const before = group.querySelector('[tabindex="0"]');
    if (before) before.tabIndex = -1;
    element.tabIndex = 0;
  };
  for (const claim of claims) linkOf(claim).tabIndex = -1;
  for (const list of document.querySelectorAll(".claims")) linkOf(list.firstChild).tabIndex = 0;
  for (const text of texts) {
    // The space between two claims' words may be a mark of its own, but is nothing to stop at.
    const marks = [...text.querySelectorAll("mark")].filter((mark) => mark.textContent.trim());
    for (const mark of marks) {
      mark.tabIndex = -1;
      mark.setAttribute("role", "button");
    }
    if (marks.length) marks[0].tabIndex = 0;
  }

  // A third of the way down what can be seen. Parts that were not drawn yet have guessed heights,
  // so it looks again after they were.
  const pane = byId("sources");
  const aside = () => getComputedStyle(pane).overflowY === "auto";
  const reveal = (element, again = 3) => {
    const scrolls = pane.contains(element) && aside();
    const frame = scrolls ? pane.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
    const [top, bottom] = [Math.max(frame.top, 0), Math.min(frame.bottom, window.innerHeight)];
    const off = element.getBoundingClientRect().top - top - (bottom - top) / 3;
    (scrolls ? pane : window).scrollBy({ top: off, behavior: "instant" });
    if (again && Math.abs(off) > 1) requestAnimationFrame(() => reveal(element, again - 1));
  };

  const focusOn = (element) => {
    const group = element.closest(".claims, .text");
    if (group && element.matches(".claim a, mark[role]")) rove(group, element);
    element.focus({ preventScroll: true });
    reveal(element);
  };

  // Where the reader is does not vanish behind the bar that has just come.
  const uncover = (element) => {
    const behind = element.getBoundingClientRect().bottom + 8 - bar.getBoundingClientRect().top;
    if (aside() && !pane.contains(element) && behind > 0) window.scrollBy(0, behind);
  };

  // The selected claim.
  let selected = null;
  let origin = null;
  let lit = [];

  const clear = () => {
    for (const element of lit) element.removeAttribute("aria-current");
    [lit, selected] = [[], null];
    bar.hidden = true;
    document.documentElement.classList.remove("selecting");
  };

  const select = (number, from) => {
    const claim = claimOf(number);
    if (!claim) return;
    clear();
    const words = stretches.get(number) || [];
    [selected, origin, lit] = [claim, from || linkOf(claim), [claim, ...words]];
    for (const element of lit) element.setAttribute("aria-current", "true");
    const rejected = claim.closest(".rejected") ? " (rejected)" : "";
    const name = words.length ? sourceOf(words[0]).querySelector(".kicker").textContent : "";
    const where = words.length ? `its words in ${name} are marked` : "it has no words in a source";
    const said = `Claim ${linkOf(claim).textContent}${rejected}: ${where}.`;
    byId("selected").textContent = said;
    byId("said").textContent = `${said} ${words.map((piece) => piece.textContent).join("")}`;
    bar.hidden = false;
    document.documentElement.classList.add("selecting");
    if (words.length) {
      if (words[0].matches("mark[role]")) rove(words[0].closest(".text"), words[0]);
      reveal(words[0]);
    }
    uncover(origin);
  };

  const toClaim = (number) => {
    const claim = claimOf(number);
    const folded = claim.closest("details:not([open])");
    if (folded) folded.open = true;
    if (claim.classList.contains("off")) showAll();
    focusOn(linkOf(claim));
  };

  const shownClaims = () =>
    claims.filter((claim) => !claim.matches(".off, details:not([open]) *"));
  const step = (claim, by) => {
    const shown = shownClaims();
    const next = shown[shown.indexOf(claim) + by];
    if (!next) return;
    focusOn(linkOf(next));
    select(numberOf(next));
  };

  // From a stretch of a source to its claims: the one, or a list to choose from.
  const pick = (number, from) => {
    select(number, from);
    toClaim(number);
  };
  let chosen = null;
  const choose = (mark) => {
    chosen = mark;
    if (mark.matches("[role]")) rove(mark.closest(".text"), mark);
    const numbers = listOf(mark.dataset.c);
    if (numbers.length === 1) {
      pick(numbers[0], mark);
      return;
    }
    choices.replaceChildren(
      ...numbers.map((number) => {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.pick = number;
        const [name, words] = claimOf(number).querySelectorAll(".words > a, .words > bdi");
        button.textContent = `${name.textContent} ${words.textContent}`;
        return button;
      }),
    );
    choices.showPopover();
    const [at, size] = [mark.getBoundingClientRect(), choices.getBoundingClientRect()];
    const fit = (place, length, room) => Math.max(8, Math.min(place, room - length - 8));
    choices.style.left = `${fit(at.left, size.width, window.innerWidth)}px`;
    choices.style.top = `${fit(Math.max(at.top, 0) + 28, size.height, window.innerHeight)}px`;
    choices.firstChild.focus();
  };

  const actions = {
    previous: () => step(selected, -1),
    next: () => step(selected, 1),
    words: () => {
      const [words] = stretches.get(numberOf(selected)) || [];
      if (words) focusOn(words);
    },
    claim: () => toClaim(numberOf(selected)),
    back: () => focusOn(origin),
    close: () => {
      const back = origin;
      clear();
      focusOn(back);
    },
  };

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    const cited = at('a[href^="#claim-"]');
    if (cited) {
      event.preventDefault();
      select(cited.hash.slice("#claim-".length), cited);
    } else if (at("[data-do]")) {
      actions[at("[data-do]").dataset.do]();
    } else if (at("[data-pick]")) {
      choices.hidePopover();
      pick(at("[data-pick]").dataset.pick, chosen);
    } else if (at(".claim a") || (at(".claim") && getSelection().isCollapsed)) {
      event.preventDefault();
      const claim = at(".claim");
      rove(claim.closest(".claims"), linkOf(claim));
      linkOf(claim).focus({ preventScroll: true });
      select(numberOf(claim));
    } else if (at("mark") && getSelection().isCollapsed) {
      choose(at("mark"));
    }
  });

  // Letters and arrows mean something only on a claim, a citation, a marked stretch or the bar.
  const STEPS = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, ArrowRight: 1, ArrowLeft: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = (selector) => event.target.closest(selector);
    const [claim, mark, cited] = [at(".claim"), at("mark"), at(".cites a")];
    const by = STEPS[event.key];
    if (event.key === "Escape" && selected && !choices.matches(":popover-open")) {
      actions.close();
    } else if (event.key === " " && (claim || cited)) {
      event.preventDefault();
      event.target.click();
    } else if (mark && (event.key === " " || event.key === "Enter")) {
      event.preventDefault();
      choose(mark);
    } else if (mark && by) {
      event.preventDefault();
      const marks = [...mark.closest(".text").querySelectorAll("mark[role]")];
      const next = marks[marks.indexOf(mark) + by];
      if (next) focusOn(next);
    } else if (claim && by && !event.key.endsWith("Left") && !event.key.endsWith("Right")) {
      event.preventDefault();
      step(claim, by);
    } else if ((cited || at("#bar")) && selected && "jk".includes(event.key)) {
      step(selected, by);
    }
  });

  // Filters.
  const selects = [...document.querySelectorAll("[data-by]")];
  const reset = byId("reset");
  const filter = () => {
    const chosen = selects.filter((control) => control.value);
    const off = new Set();
    for (const claim of claims) {
      const fits = ({ dataset, value }) => listOf(claim.dataset[dataset.by]).includes(value);
      const out = !chosen.every(fits);
      claim.classList.toggle("off", out);
      if (out) off.add(numberOf(claim));
    }
    for (const mark of document.querySelectorAll("mark")) {
      mark.classList.toggle("off", listOf(mark.dataset.c).every((number) => off.has(number)));
    }
    const shown = claims.length - off.size;
    byId("count").textContent = chosen.length ? `${shown} of ${claims.length} claims shown` : "";
    reset.hidden = !chosen.length;
  };
  const showAll = () => {
    for (const control of selects) control.value = "";
    filter();
  };
  if (reset) {
    document.addEventListener("change", (event) => {
      if (selects.includes(event.target)) filter();
    });
    reset.addEventListener("click", () => {
      showAll();
      selects[0].focus();
    });
  }

  // Light and dark: as the system has it until somebody chooses.
  const theme = byId("theme");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const show = (isDark) => theme.setAttribute("aria-pressed", String(isDark));
  show(dark.matches);
  dark.addEventListener("change", () => {
    if (!document.documentElement.dataset.theme) show(dark.matches);
  });
  theme.addEventListener("click", () => {
    const isDark = theme.getAttribute("aria-pressed") !== "true";
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
    show(isDark);
  });

  // On paper nothing stays folded.
  const folded = [];
  window.addEventListener("beforeprint", () => {
    folded.push(...document.querySelectorAll("details:not([open])"));
    for (const details of folded) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of folded.splice(0)) details.open = false;
  });

  // A link to a claim from outside shows what it rests on.
  const asked = /^#claim-(\d+)$/.exec(window.location.hash);
  if (asked && claimOf(asked[1])) pick(asked[1]);
  document.documentElement.classList.add("ready");
})();
