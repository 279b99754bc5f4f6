#pragma once
// A desk over the hand-made park, without a window: texts are half as wide as high per character, the overview looks from the south.
#include <memory>
#include <string>
#include <utility>

#include "importers/synthetic/synthetic.h"
#include "tests/viz/scene/hand_made_park.h"
#include "viz/window/desk.h"

namespace parktwin::viz::window::testing {

inline double text_width(const std::string& text, double size) {
  double total = 0.0;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    total += code < 0x80U ? 0.55 : code >= 0xC0U ? 1.0 : 0.0;
  }
  return total * size;
}

inline Viewpoint view_of(Start start, const Scene& scene) {
  const double east = 0.5 * (scene.low[0] + scene.high[0]);
  const double north = 0.5 * (scene.low[1] + scene.high[1]);
  const double side = std::max(scene.high[0] - scene.low[0], scene.high[1] - scene.low[1]);
  Viewpoint view;
  view.target = {east, north, scene.low[2]};
  view.eye = {east, north - side, scene.low[2] + side * (start == Start::centre ? 0.4 : 0.9)};
  if (start == Start::plan) {
    view.projection = Projection::plan;
    view.eye = {east, north, scene.low[2] + side};
    view.height_m = side;
  }
  return view;
}

inline DeskInputs inputs_of(std::shared_ptr<const State> state, Language language = Language::en, Layer layer = Layer::rsrp) {
  DeskInputs inputs;
  inputs.language = language;
  inputs.display = make_display(std::move(state), layer, language);
  inputs.text_width = text_width;
  inputs.start = [scene = inputs.display.scene](Start start) { return view_of(start, scene); };
  inputs.no_what_if = "nothing to follow";
  inputs.views_file = "/nowhere/parktwin.views.yaml";
  inputs.picture_beside = "/nowhere/parktwin";
  return inputs;
}

inline std::shared_ptr<const State> hand_made_state(bool with_results = true) {
  State state{viz::testing::hand_made_park(false), nullptr, {}};
  if (with_results) {
    auto results = viz::testing::hand_made_results(state.park, 10.0);
    for (int step = 0; step < 96 * 3; ++step) {
      results.energy.series.load_kw.push_back(1000.0 + step);
      results.energy.series.pv_kw.push_back(step % 96 > 30 ? 200.0 : 0.0);
      results.energy.series.import_kw.push_back(step == 150 ? 5000.0 : 800.0 + step);
    }
    energy::AlarmRecord alarm;
    alarm.place = "TR-1";
    alarm.from = "01-02 13:00";
    alarm.to = "01-02 14:00";
    results.energy.alarms.push_back(alarm);
    state.results = std::make_shared<const Results>(std::move(results));
  }
  criteria::Verdict verdict;
  verdict.id = "K1-Q1";
  verdict.title_en = "Enterprises covered";
  verdict.title_zh = "企业覆盖";
  verdict.status = criteria::Status::missed;
  verdict.where_en = {"Works 0 (E-0): no access node", "site S-1 is weak", "Works 10 (E-10): far away"};
  verdict.where_zh = {"第0工厂（E-0）：无接入节点", "站点 S-1 信号弱", "第10工厂（E-10）：距离过远"};
  state.verdicts.push_back(verdict);
  return std::make_shared<const State>(std::move(state));
}

/// Title, legend, arrow and scale bar as the head-up display has them at that size.
inline Surroundings surroundings(int width, int height) {
  Surroundings around;
  around.scale = std::max(0.4, std::min(height / 1080.0, width / 1500.0));
  const double s = around.scale;
  around.title = {14.0 * s, height - 106.0 * s, 520.0 * s, 92.0 * s};
  around.legend = {28.0 * s, 28.0 * s, 210.0 * s, 430.0 * s};
  around.arrow = {width - 112.0 * s, height - 112.0 * s, 84.0 * s, 84.0 * s};
  around.scale_bar = {width - 328.0 * s, 28.0 * s, 300.0 * s, 44.0 * s};
  return around;
}

inline PixelPoint pixel_of_point(const Desk& desk, const Vector& point) {
  const auto pixel = pixel_of(desk.view(), point, desk.width(), desk.height());
  return pixel ? PixelPoint{pixel->x, pixel->y} : PixelPoint{-1.0, -1.0};
}

inline void click(Desk& desk, PixelPoint at) {
  desk.press(at, 1);
  desk.release(at, 1);
}

/// The smallest park that every simulator accepts, and how to follow it.
inline RunSettings brief_settings() {
  RunSettings settings;
  settings.options.radio.resolution = Metres(25.0);
  settings.options.cloud.adoption.replicas = 10;
  settings.options.cloud.adoption.horizon_months = 12;
  settings.options.services.pooling.replicas = 2;
  settings.options.services.pooling.years = 0.1;
  settings.options.services.pooling.warm_up_years = 0.0;
  settings.seed = 5;
  settings.assessed_on = "2026-06-30";
  return settings;
}

inline Park small_park() {
  Park park = importers::generate_park({.enterprises = 3, .area_km2 = 0.5, .seed = 5});
  park.weather = {};  // its sun takes most of the time of so small a year
  return park;
}

}  // namespace parktwin::viz::window::testing
