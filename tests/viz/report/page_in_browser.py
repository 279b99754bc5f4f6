"""Opens a report in headless Chromium as an evaluator would: python3 page_in_browser.py FILE.html [CLAUSES] [FOLDER_FOR_PICTURES].

Prints one line per thing that is wrong and ends with 1 then; prints "the page is sound" otherwise.
"""
import json
import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from browser import Browser  # noqa: E402

file = sys.argv[1]
clauses = int(sys.argv[2]) if len(sys.argv) > 2 else 70
pictures = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
wrong = []
# Times are printed, and held against limits only where somebody says that the machine does nothing else: PARKTWIN_IDLE=1.
BUSY = os.environ.get("PARKTWIN_IDLE") != "1"


def expect(holds, what):
    if not holds:
        wrong.append(what)


def visible(browser):
    return browser.value("[...document.querySelectorAll('.clause')].filter((one) => one.offsetParent !== null).length")


def nothing_sticks_out(browser, what):
    """Only tables scroll sideways, inside their frames; no text of a clause or tile is wider than its place."""
    out = browser.value("""[...document.querySelectorAll('body *')].filter((one) => !one.closest('.scroll') && !one.closest('svg') && !one.closest('.stage')
      && one.offsetParent !== null && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 3).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 40)}`)""")
    expect(not out, f"{what}: sticks out on the right: {out}")
    # Texts of charts stay inside their drawings.
    cut = browser.value("""[...document.querySelectorAll('.canvas')].flatMap((canvas) => { const frame = canvas.getBoundingClientRect();
      return [...canvas.querySelectorAll('text')].filter((one) => { const box = one.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1; })
        .map((one) => `${canvas.getAttribute('aria-label')}: ${one.textContent}`); }).slice(0, 5)""")
    expect(not cut, f"{what}: texts of charts are cut: {cut}")


def scorecard(browser):
    expect(visible(browser) == clauses, f"{visible(browser)} clauses are shown, expected {clauses}")
    for status in ("met", "missed", "declared", "not_assessed"):
        inside = browser.value(f"document.querySelectorAll('.clause.{status}').length")
        browser.click(f"button[data-filter='{status}']")
        expect(visible(browser) == inside, f"filter {status} shows {visible(browser)} of {inside} clauses")
    browser.click("button[data-filter='all']")
    target = browser.value("document.querySelector('.clause').id")
    browser.type("#scorecard input[type=search]", target.lower())
    expect(1 <= visible(browser) < max(clauses, 2), f"search for {target} shows {visible(browser)} clauses")
    browser.value("(() => { const field = document.querySelector('#scorecard input[type=search]'); field.value = ''; field.dispatchEvent(new Event('input')); })()")
    browser.click(f"[id='{target}'] > summary")
    expect(browser.value(f"document.getElementById('{target}').querySelectorAll('dd').length") >= 1, f"{target} opens empty")


def charts(browser):
    """Every list the page can draw is drawn, with marks in it."""
    data = "JSON.parse(document.getElementById('parktwin-data').textContent)"
    wanted = ["zone_coverage", "tsn_flows", "failures", "shared_resources", "threshold_shifts", "enterprises", "energy_day", "energy_flows"]
    lists = browser.value(f"{data}.tables.filter((one) => one.rows.length).map((one) => one.id)")
    drawn = browser.value("[...document.querySelectorAll('.chart')].filter((one) => one.querySelectorAll('svg path').length > 3).map((one) => one.id)")
    for one in wanted:
        expect(one not in lists or f"chart-{one}" in drawn, f"{one} has rows but no chart")
    for one in ("chart-zone_coverage", "chart-energy_flows", "chart-energy/months", "chart-energy/carbon/enterprises"):
        expect(one in drawn, f"{one} is not drawn")
    if browser.value(f"({data}.phases || []).some((one) => one.capital_likely_cny > 0)"):
        expect("chart-phases" in drawn, "phases cost something but have no chart")
    nodes = browser.value("document.getElementById('chart-energy_flows').textContent")
    expect("electricity" in nodes and "losses" in nodes, f"the energy chart says {nodes[:80]}")
    print(f"{len(drawn)} charts: {' '.join(drawn)}")


def tables(browser):
    count = browser.value("document.querySelectorAll('#tables .table').length")
    expect(count >= 10, f"{count} tables")
    browser.click("#table-enterprises > summary")
    column = "[...document.querySelectorAll('#table-enterprises tbody tr')].map((row) => row.children[3].textContent.replace(/\\D/g, '')).map(Number)"
    browser.click("#table-enterprises th:nth-child(4) button")
    found = browser.value(column)
    expect(len(found) > 1 and found == sorted(found, reverse=True), f"employees do not fall: {found[:8]}")
    browser.click("#table-enterprises th:nth-child(4) button")
    expect(browser.value(column) == sorted(browser.value(column)), "employees do not rise")
    browser.value("window.saved = null; URL.createObjectURL = (blob) => { window.saved = blob; return 'data:text/csv,'; }; "
                  "HTMLAnchorElement.prototype.click = function () { window.name_of_file = this.download; }")
    browser.click("#table-enterprises .csv")
    text = browser.value("window.saved.arrayBuffer().then((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))")
    rows = browser.value("JSON.parse(document.getElementById('parktwin-data').textContent).tables.find((one) => one.id === 'enterprises').rows.length")
    expect(text.startswith("\ufeff") and text.count("\r\n") == rows + 1, "the CSV has other rows than the table")
    expect(browser.value("window.name_of_file") == "enterprises.csv", "the CSV has another name")


def language(browser):
    browser.click("button[data-language='zh']")
    expect("评分卡" in browser.value("document.getElementById('scorecard').textContent"), "no Chinese scorecard")
    expect(browser.value("document.documentElement.lang") == "zh-CN", "the page does not say that it is Chinese")
    nothing_sticks_out(browser, "Chinese")
    flows = browser.value("document.getElementById('chart-energy_flows').textContent")
    expect("电力" in flows and "损耗" in flows and "electricity" not in flows, f"the energy chart says in Chinese {flows[:80]}")
    browser.click("button[data-language='en']")
    expect("Scorecard" in browser.value("document.getElementById('scorecard').textContent"), "no English scorecard")


READY = """new Promise((done) => { const begin = performance.now(); const page = document.getElementById('report');
  const wait = () => page.dataset.ready === 'true' || performance.now() - begin > 20000 ? done(page.dataset.ready) : setTimeout(wait, 10); wait(); })"""
STAGE = "document.querySelector('#twin canvas').stage"
# Long enough for what was asked for to be drawn, still and whole.
SETTLED = f"new Promise((done) => {{ const wait = () => {STAGE}.moving || {STAGE}.waiting ? setTimeout(wait, 20) : done(); requestAnimationFrame(() => setTimeout(wait, 60)); }})"


def pixel_and_map(browser, x, y):
    """Colour on the screen at a place of the ground, and the colours of the map there and in the cells around, between which it is smoothed."""
    return browser.value(f"""(async () => {{ const stage = {STAGE}; const side = stage.sides[0];
      stage.look({{ at: [{x}, {y}, stage.height({x}, {y})], distance: 60, azimuth: 0, pitch: 89.9 }}); await {SETTLED}; stage.draw();
      const gl = stage.renderer.getContext(); const found = new Uint8Array(4);
      const [left, top] = stage.project([{x}, {y}, stage.height({x}, {y}) + 0.5]); const ratio = stage.renderer.getPixelRatio();
      gl.readPixels(Math.round(left * ratio), Math.round((stage.height_px - top) * ratio), 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, found);
      const near = [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => side.map.colour_at({x} + i * side.map.cell, {y} + j * side.map.cell)));
      return [Array.from(found), near]; }})()""")


HEIGHT = "document.querySelector('.twin').getBoundingClientRect().height"


def twin(browser, width, reserved):
    browser.value("document.getElementById('twin').scrollIntoView()")
    ready = browser.value("""new Promise((done) => { const begin = performance.now(); const body = document.querySelector('.twin');
      const wait = () => ['true', 'failed'].includes(body.dataset.ready) || performance.now() - begin > 30000 ? done(body.dataset.ready) : setTimeout(wait, 20); wait(); })""")
    expect(ready == "true", f"the twin is not ready: {ready} {browser.value('document.querySelector(`.twin`).textContent')}")
    if ready != "true":
        return
    browser.value(SETTLED)
    print(f"twin ready {browser.value('performance.now()') / 1000:.2f} s after the page was asked for")
    if width == 1280:
        turns_smoothly(browser, 12)  # the limit of an idle machine is 20
    height = browser.value(HEIGHT)
    expect(reserved <= height < reserved + 48, f"the twin takes {height} pixels where {reserved} were kept for it")
    before = browser.value(f"{STAGE}.frames")
    browser.value("new Promise((done) => setTimeout(done, 400))")
    expect(browser.value(f"{STAGE}.frames") == before, "the twin is drawn although nothing changes")
    look(browser, f"twin-{width}", whole=False)

    # Every map and every switch changes what is drawn; the legend is that of the map.
    for layer in browser.value("[...document.querySelectorAll('#twin select.layer option')].map((one) => one.value)"):
        browser.value(f"(() => {{ const list = document.querySelector('#twin select.layer'); list.value = '{layer}'; list.dispatchEvent(new Event('change')); }})()")
        browser.value(SETTLED)
        legend = browser.value("document.querySelector('#twin .legend').textContent")
        wanted = "± 20" if layer == "difference" else browser.value(f"JSON.parse(document.getElementById('parktwin-data').textContent).twin.legends['{layer}'].en[0].title")
        expect(wanted in legend, f"layer {layer} has the legend {legend[:40]}")
        expect(browser.value(f"Boolean({STAGE}.sides[0].map)") == (layer != "none"), f"layer {layer} shows no map")
    for group in browser.value("[...document.querySelectorAll('#twin input[data-group]')].map((one) => one.dataset.group)"):
        begin = browser.value(f"{STAGE}.frames")
        browser.click(f"#twin input[data-group='{group}']")
        browser.value(SETTLED)
        expect(browser.value(f"{STAGE}.frames") > begin, f"switch {group} changes nothing")
        browser.click(f"#twin input[data-group='{group}']")

    # The colour on the screen is that of the map, mixed with the ground by the map's own opacity.
    browser.value(f"""(() => {{ const list = document.querySelector('#twin select.layer'); list.value = 'sinr'; list.dispatchEvent(new Event('change'));
      Object.keys({STAGE}.shown).forEach((group) => {{ {STAGE}.shown[group] = false; }}); }})()""")
    told = 0
    for step in range(1, 8):
        # In the middle of a map cell, where no neighbour is mixed in.
        x, y = browser.value(f"""[0, 1].map((k) => {{ const map = {STAGE}.sides[0].map;
          const place = {STAGE}.low.getComponent(k) + {step / 8} * ({STAGE}.high.getComponent(k) - {STAGE}.low.getComponent(k));
          return map.origin[k] + (Math.floor((place - map.origin[k]) / map.cell) + 0.5) * map.cell; }})""")
        pixel, mapped = pixel_and_map(browser, x, y)
        if any(colour[3] == 0 for colour in mapped):
            continue
        told += 1
        share = mapped[4][3] / 255
        reach = [(min(colour[k] for colour in mapped) * share - 6, max(colour[k] for colour in mapped) * share + (1 - share) * 255 + 6) for k in range(3)]
        expect(all(low <= pixel[k] <= high for k, (low, high) in enumerate(reach)), f"at {x:.0f}, {y:.0f} the screen shows {pixel}, the map {mapped}")
    expect(told >= 2, "no place of the map was compared")
    browser.value(f"Object.keys({STAGE}.shown).forEach((group) => {{ {STAGE}.shown[group] = true; }})")

    # A click on a building shows its record.
    spot = browser.value(f"""(async () => {{ const stage = {STAGE}; const model = [...stage.models.values()].find((one) => one.name === 'buildings');
      const last = model.first[1] ?? model.triangles; const corners = [1, 2, 3].map((back) => model.corners[3 * last - back]);  // of its roof
      const at = [0, 1, 2].map((k) => corners.reduce((sum, corner) => sum + model.positions[3 * corner + k] / 3, 0));
      stage.look({{ at, distance: 220, azimuth: 20, pitch: 60 }}); await {SETTLED};
      document.querySelector('#twin .stage').scrollIntoView({{ block: 'center', behavior: 'instant' }}); const box = stage.canvas.getBoundingClientRect();
      const seen = stage.project(at); return [box.left + seen[0], box.top + seen[1], model.ids[0]]; }})()""")
    for kind in ("mousePressed", "mouseReleased"):
        browser.ask("Input.dispatchMouseEvent", type=kind, x=spot[0], y=spot[1], button="left", clickCount=1)
    browser.value(SETTLED)
    picked = browser.value("document.querySelector('#twin .record').dataset.id")
    expect(picked == spot[2], f"a click on {spot[2]} picks {picked}")
    expect(browser.value("document.querySelectorAll('#twin .record td').length") > 4, "a picked building has no record")
    look(browser, f"twin-picked-{width}", whole=False)

    # The tour goes on by itself, says where it is, and stops at a touch.
    browser.click("#twin .play")
    first = browser.value("document.querySelector('#twin .caption').textContent")
    browser.click("#twin .next")
    second = browser.value(f"""new Promise((done) => {{ const begin = performance.now(); const caption = document.querySelector('#twin .caption');
      const wait = () => caption.textContent !== {json.dumps(first)} || performance.now() - begin > 5000 ? done(caption.textContent) : setTimeout(wait, 20); wait(); }})""")
    stops = [int(caption.split("/")[0]) for caption in (first, second)]  # it may have gone on by itself before the button was pressed
    expect(1 <= stops[0] < stops[1], f"the tour says {first} and {second}")
    expect(browser.value("document.querySelector('#twin canvas').tour.playing"), "the tour does not play")
    look(browser, f"twin-tour-{width}", whole=False)
    browser.click("#twin .play")
    expect(not browser.value("document.querySelector('#twin canvas').tour.playing"), "the tour does not stop")

    # Two sides with maps of their own.
    browser.click("#twin .split")
    browser.value(SETTLED)
    expect(browser.value(f"{STAGE}.sides.length") == 2 and browser.value("document.querySelectorAll('#twin select.layer').length") == 2, "the split has one side")
    look(browser, f"twin-split-{width}", whole=False)
    browser.click("#twin .split")
    browser.value("(() => { const list = document.querySelector('#twin select.section'); list.value = 'east'; list.dispatchEvent(new Event('change')); })()")
    expect(browser.value(f"{STAGE}.renderer.clippingPlanes.length") == 1, "the section cuts nothing")
    look(browser, f"twin-section-{width}", whole=False)


def turns_smoothly(browser, least):
    """Frames per second of an orbit by the mouse, each drawn to the end before it counts."""
    browser.value("document.querySelector('#twin .stage').scrollIntoView({ block: 'center', behavior: 'instant' })")
    browser.value(f"{STAGE}.canvas.parentElement.style.cssText = 'width: 1280px; height: 720px; max-width: none'; {STAGE}.fit()")
    browser.value(SETTLED)
    rate = browser.value(f"""(async () => {{ const stage = {STAGE}; const gl = stage.renderer.getContext(); const pixel = new Uint8Array(4);
      const box = stage.canvas.getBoundingClientRect(); const event = (kind, x) => stage.canvas.dispatchEvent(new PointerEvent(kind,
        {{ pointerId: 1, pointerType: 'mouse', button: 0, buttons: kind === 'pointerup' ? 0 : 1, clientX: box.left + x, clientY: box.top + 120, bubbles: true }}));
      stage.canvas.setPointerCapture = stage.canvas.releasePointerCapture = () => {{}};
      event('pointerdown', 100); const begin = performance.now(); let count = 0;
      for (; performance.now() - begin < 2500; ++count) {{
        event('pointermove', 102 + 2 * count); await new Promise((done) => requestAnimationFrame(done)); gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel); }}
      const seconds = (performance.now() - begin) / 1000; event('pointerup', 102 + 2 * count); return [count / seconds, box.width, box.height]; }})()""")
    browser.value(f"{STAGE}.canvas.parentElement.style.cssText = ''; {STAGE}.fit()")
    browser.value(SETTLED)
    print(f"{rate[0]:.1f} frames/s of orbiting at {rate[1]:.0f} x {rate[2]:.0f}")
    expect(BUSY or rate[0] >= least, f"{rate[0]:.1f} frames/s of orbiting, expected {least}")


def look(browser, name, whole=True):
    if pictures:
        browser.picture(pictures / f"{name}.png", whole)


def visit(browser):
    begin = time.monotonic()
    browser.open(file)
    expect(browser.value(READY) == "true", "the page is not ready")
    took = time.monotonic() - begin
    print(f"ready after {took:.2f} s")
    expect(BUSY or took < 5, f"the page took {took:.1f} s, expected 3 on an idle machine")
    reserved = browser.value(HEIGHT)
    look(browser, "wide")
    nothing_sticks_out(browser, "1280 pixels")
    scorecard(browser)
    look(browser, "clause", whole=False)
    tables(browser)
    charts(browser)
    twin(browser, 1280, reserved)
    language(browser)
    browser.open(file, 390, 844)
    browser.value(READY)
    reserved = browser.value(HEIGHT)
    nothing_sticks_out(browser, "390 pixels")
    look(browser, "narrow")
    twin(browser, 390, reserved)
    nothing_sticks_out(browser, "390 pixels, with the twin")
    browser.click("button[data-language='zh']")
    look(browser, "narrow-zh")
    browser.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    nothing_sticks_out(browser, "390 pixels, all open")
    look(browser, "narrow-open", whole=False)
    browser.open(file)
    browser.value(READY)
    if pictures:
        browser.pdf(pictures / "page.pdf")
        browser.click("button[data-language='zh']")
        look(browser, "wide-zh")
    expect(browser.value("window.injected === undefined"), "a text of the park was run as a script")
    expect(not browser.said, f"the console says {browser.said[:3]}")
    expect(not browser.failed, f"errors: {browser.failed[:3]}")
    outside = [url for url in browser.requests if not url.startswith(("file:", "data:", "about:"))]
    expect(not outside, f"requests: {outside[:3]}")


browser = Browser()
try:
    visit(browser)
finally:
    browser.close()
print("\n".join(wrong) if wrong else "the page is sound")
sys.exit(1 if wrong else 0)
