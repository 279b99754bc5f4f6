"""Pictures of a report's page: page_pictures.py FILE.html FOLDER."""
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / "tests/viz/report"))
from browser import Browser  # noqa: E402

page, folder = sys.argv[1], pathlib.Path(sys.argv[2])
READY = """new Promise((done) => { const page = document.getElementById('report');
  const wait = () => page.dataset.ready === 'true' ? done(true) : setTimeout(wait, 20); wait(); })"""
TWIN = """new Promise((done) => { const body = document.querySelector('.twin'); document.getElementById('twin').scrollIntoView({ behavior: 'instant' });
  const settled = () => { const stage = document.querySelector('#twin canvas').stage; stage.moving || stage.waiting ? setTimeout(settled, 50) : setTimeout(done, 300); };
  const wait = () => body.dataset.ready === 'true' ? setTimeout(settled, 300) : body.dataset.ready === 'failed' ? done(false) : setTimeout(wait, 20); wait(); })"""

browser = Browser()
try:
    browser.open(page, 1280, 900)
    browser.value(READY)
    browser.picture(folder / "page-summary.png", whole=False)
    browser.value(TWIN)
    browser.picture(folder / "page-twin.png", whole=False)
    browser.value("document.getElementById('chart-energy_flows').scrollIntoView({ behavior: 'instant', block: 'center' })")
    browser.value("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)))")
    browser.picture(folder / "page-charts.png", whole=False)
    browser.open(page, 390, 844)
    browser.value(READY)
    browser.click("button[data-language='zh']")
    browser.value("window.scrollTo({ top: 0, behavior: 'instant' })")
    browser.picture(folder / "page-narrow-zh.png", whole=False)
finally:
    browser.close()
