#include "engine/criteria/measurement.h"

#include <algorithm>
#include <cmath>

namespace parktwin::criteria {

Measurement not_measured(std::string en, std::string zh) {
  Measurement measurement;
  measurement.unmeasured = {std::move(en), std::move(zh)};
  return measurement;
}

Measurement share(double part, double whole, Text reason_when_empty) {
  if (!(whole > 0.0)) return not_measured(std::move(reason_when_empty.en), std::move(reason_when_empty.zh));
  Measurement measurement;
  measurement.part = part;
  measurement.whole = whole;
  return measurement;
}

Text radio_map_gap(const Facts& facts, const Rule& rule) {
  const auto& radio = facts.results.radio;
  const std::size_t size = radio.place.values.size();
  if (size == 0 || radio.rsrp_dbm.values.size() != size || radio.sinr_db.values.size() != size) {
    return {"there is no radio map in the results", "结果中没有无线覆盖图"};
  }
  if (rule.coverage.shadowing_margin_deviations > 0.0 && radio.shadowing_deviation_db.values.size() != size) {
    return {"the radio map has no deviation of shadow fading", "无线覆盖图没有阴影衰落标准差"};
  }
  return {};
}

double value_of(MetricKind kind, const Measurement& measurement) {
  PARKTWIN_CHECK(measurement.measured(), "value of something that was not measured");
  if (kind == MetricKind::count) return measurement.part * measurement.scale;
  if (kind == MetricKind::ratio) return measurement.part / measurement.whole * measurement.scale;
  const double percent = 100.0 * measurement.part / measurement.whole;
  return measurement.part < measurement.whole ? std::min(percent, std::nextafter(100.0, 0.0)) : percent;
}

bool holds(MetricKind kind, const Measurement& measurement, Comparator comparator, double threshold) {
  PARKTWIN_CHECK(measurement.measured() && comparator != Comparator::none, "comparison without a value or a comparator");
  const double left = kind == MetricKind::share ? 100.0 * measurement.part : measurement.part * measurement.scale;
  const double right = kind == MetricKind::count ? threshold : threshold * measurement.whole;
  if (comparator == Comparator::equal) return left == right;
  return comparator == Comparator::at_most ? left <= right : left >= right;
}

}  // namespace parktwin::criteria
