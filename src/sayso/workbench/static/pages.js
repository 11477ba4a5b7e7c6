// Small helps of the pages; everything they do can be done without them.

// On the page of a document: pointing at a claim marks its sentence, and a click on a sentence leads to its claims.
const marked = (id) => document.querySelectorAll(`mark[data-claims~="${CSS.escape(id)}"]`);

for (const article of document.querySelectorAll("article.claim")) {
  const id = article.id.replace("claim-", "");
  const choose = (on) => marked(id).forEach((each) => each.classList.toggle("chosen", on));
  article.addEventListener("mouseenter", () => choose(true));
  article.addEventListener("mouseleave", () => choose(false));
  article.addEventListener("focusin", () => choose(true));
  article.addEventListener("focusout", () => choose(false));
}

for (const mark of document.querySelectorAll("mark[data-claims]")) {
  mark.addEventListener("click", () => {
    const first = document.getElementById(`claim-${mark.dataset.claims.split(" ")[0]}`);
    first?.scrollIntoView({ block: "center", behavior: "auto" });
  });
}
