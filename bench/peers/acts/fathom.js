// Fathom scores the page's links with five rules and takes the best.
{
  const { dom, out, rule, ruleset, score, type, typeIn } = globalThis.PeerFathom;
  void typeIn;
  const text = (fnode) => fnode.element.textContent.toLowerCase();
  const rules = ruleset(
    [
      rule(dom("a, button"), type("way")),
      rule(
        type("way"),
        score((fnode) => (/setting/.test(text(fnode)) ? 3 : 1)),
        { name: "says settings" },
      ),
      rule(
        type("way"),
        score((fnode) => (/setting/.test(fnode.element.href ?? "") ? 3 : 1)),
        { name: "leads there" },
      ),
      rule(
        type("way"),
        score((fnode) => (fnode.element.getBoundingClientRect().width > 0 ? 2 : 1)),
        { name: "shows" },
      ),
      rule(type("way").max(), out("way")),
    ],
    [
      ["says settings", 1],
      ["leads there", 1],
      ["shows", 1],
    ],
    [["way", 0]],
  );
  globalThis.__bench.found = rules.against(document).get("way")[0]?.element.textContent;
  globalThis.__bench.first = performance.now();
}
