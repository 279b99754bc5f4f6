#include "engine/criteria/access_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

using wired::failures::AvailabilityState;
using wired::failures::Protection;
using wired::topology::AccessState;

constexpr std::array<std::string_view, 4> access_fields = {"minimum_rsrp_dbm", "minimum_sinr_db", "shadowing_margin_deviations",
                                                           "minimum_premises_share_percent"};

Text fixed_state(AccessState state) {
  switch (state) {
    case AccessState::served:
      return {"fixed access works", "固定接入正常"};
    case AccessState::no_access_node:
      return {"no access node", "没有接入节点"};
    case AccessState::no_path:
      return {"no working path to the core", "没有到核心的可用路径"};
    case AccessState::rate_too_low:
      return {"fixed access too slow", "固定接入速率不足"};
    case AccessState::availability_too_low:
      return {"fixed access not available enough", "固定接入可用性不足"};
  }
  return {"unknown", "未知"};
}

struct Access {
  bool works = false;
  Text reason;  ///< why not
};

/// What the radio results lack: the map by the rule, and rates.
Text radio_gap(const Facts& facts, const Rule& rule) {
  if (Text gap = radio_map_gap(facts, rule); !gap.empty()) return gap;
  const radio::Result& radio = facts.results.radio;
  const std::size_t size = radio.place.values.size();
  if (radio.throughput_down_mbit_s.values.size() == size && radio.throughput_up_mbit_s.values.size() == size) return {};
  return {"the radio map has no rates", "无线覆盖图没有速率"};
}

/// What the wired results lack; availabilities are needed where no single path is available enough.
Text wired_gap(const Facts& facts) {
  const auto& accesses = facts.results.wired.topology.enterprises;
  const std::size_t count = facts.park.enterprises->size();
  if (accesses.size() != count) return {"there is no wired topology in the results", "结果中没有有线网络拓扑"};
  const bool asked =
      std::any_of(accesses.begin(), accesses.end(), [](const auto& fixed) { return fixed.state == AccessState::availability_too_low; });
  if (!asked || facts.results.wired.failures.protections.size() == count) return {};
  return {"there are no availabilities of accesses in the results", "结果中没有接入可用性"};
}

/// Cut off, not rounded, so that what is below the requirement is not shown as reaching it.
double six_decimals(double availability) { return std::floor(availability * 1e6) / 1e6; }

Text availability_text(const Protection& row, double required) {
  if (row.availability == row.availability_upper) {
    return {fmt::format("fixed access works {} of the time, {} required", six_decimals(row.availability), required),
            fmt::format("固定接入可用性{}，要求{}", six_decimals(row.availability), required)};
  }
  return {fmt::format("fixed access works at least {} and at most {} of the time, {} required", six_decimals(row.availability),
                      six_decimals(row.availability_upper), required),
          fmt::format("固定接入可用性不低于{}、不高于{}，要求{}", six_decimals(row.availability), six_decimals(row.availability_upper),
                      required)};
}

/// An access that is fast enough over no single path of the required availability may still have it over several; of bounds the lower
/// counts.
std::vector<Access> fixed_access(const Facts& facts) {
  std::vector<Access> accesses(facts.park.enterprises->size());
  for (const auto& fixed : facts.results.wired.topology.enterprises) {
    const std::size_t i = fixed.enterprise.index();
    accesses.at(i) = {fixed.state == AccessState::served, fixed_state(fixed.state)};
    if (fixed.state != AccessState::availability_too_low) continue;
    const Protection& row = facts.results.wired.failures.protections[i];
    accesses[i] = {row.state == AvailabilityState::met, availability_text(row, facts.park.enterprises->records()[i].required_availability)};
  }
  return accesses;
}

double percent_of(std::int64_t part, std::int64_t whole) { return 100.0 * static_cast<double>(part) / static_cast<double>(whole); }

Text radio_state(const PremisesCount& premises) {
  if (premises.cells == 0) return {"no premises on the map", "地图上没有其场所"};
  const std::string covered = shown(percent_of(premises.covered, premises.cells));
  Text text = {fmt::format("5G on {} % of its premises", covered), fmt::format("5G 覆盖其场所的 {} %", covered)};
  if (premises.served == premises.covered) return text;
  const std::string served = shown(percent_of(premises.served, premises.cells));
  text.en += fmt::format(", at its rates on {} %", served);
  text.zh += fmt::format("，达到其速率的占 {} %", served);
  return text;
}

std::vector<Access> any_access(const Facts& facts, const Rule& rule) {
  auto accesses = fixed_access(facts);
  const auto& premises = facts.ground->premises(rule.coverage);
  for (std::size_t i = 0; i < accesses.size(); ++i) {
    const PremisesCount& own = premises[i];
    const auto cells = static_cast<double>(own.cells);
    if (own.cells > 0 && 100.0 * static_cast<double>(own.served) >= rule.minimum_premises_share_percent * cells) accesses[i].works = true;
    const Text radio = radio_state(own);
    accesses[i].reason.en += ", " + radio.en;
    accesses[i].reason.zh += "，" + radio.zh;
  }
  return accesses;
}

std::vector<Text> unserved(const Facts& facts, const std::vector<Access>& accesses) {
  std::vector<Shortfall> shortfalls;
  for (std::size_t i = 0; i < accesses.size(); ++i) {
    const Enterprise& enterprise = facts.park.enterprises->records()[i];
    if (accesses[i].works) continue;
    shortfalls.push_back({enterprise.floor_area.value(), named(label(enterprise), accesses[i].reason)});
  }
  return largest_first(std::move(shortfalls));
}

/// Weighs every enterprise and takes the share that has access.
Measurement weighted(const Facts& facts, const std::vector<Access>& accesses, const std::function<double(std::size_t)>& weight,
                     Text empty) {
  double whole = 0.0;
  double part = 0.0;
  for (std::size_t i = 0; i < accesses.size(); ++i) {
    whole += weight(i);
    if (accesses[i].works) part += weight(i);
  }
  Measurement measurement = share(part, whole, std::move(empty));
  if (measurement.measured()) measurement.where = unserved(facts, accesses);
  return measurement;
}

const Text no_enterprises = {"the park has no enterprises", "园区没有企业"};

Measurement enterprises(const Facts& facts, const Rule& rule) {
  if (facts.park.enterprises->empty()) return not_measured(no_enterprises.en, no_enterprises.zh);
  if (Text gap = wired_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  if (Text gap = radio_gap(facts, rule); !gap.empty()) return not_measured(gap.en, gap.zh);
  return weighted(
      facts, any_access(facts, rule), [](std::size_t) { return 1.0; }, no_enterprises);
}

Measurement enterprises_fixed(const Facts& facts, const Rule&) {
  if (Text gap = wired_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  return weighted(
      facts, fixed_access(facts), [](std::size_t) { return 1.0; }, no_enterprises);
}

Measurement floor_area(const Facts& facts, const Rule& rule) {
  if (Text gap = wired_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  if (Text gap = radio_gap(facts, rule); !gap.empty()) return not_measured(gap.en, gap.zh);
  const auto& records = facts.park.enterprises->records();
  return weighted(facts, any_access(facts, rule), [&](std::size_t i) { return records[i].floor_area.value(); },
                  {"no enterprise has a floor area", "企业没有建筑面积数据"});
}

Measurement parcels(const Facts& facts, const Rule& rule) {
  if (Text gap = wired_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  if (Text gap = radio_gap(facts, rule); !gap.empty()) return not_measured(gap.en, gap.zh);
  std::vector<double> held(facts.park.enterprises->size(), 0.0);
  for (const auto& parcel : *facts.park.parcels) {
    if (parcel.enterprise.valid()) held[parcel.enterprise.index()] += 1.0;
  }
  return weighted(facts, any_access(facts, rule), [&](std::size_t i) { return held[i]; },
                  {"no parcel belongs to an enterprise", "没有归属企业的地块"});
}

}  // namespace

std::vector<Metric> access_metrics() {
  return {{"access.enterprises", MetricKind::share, Origin::simulated, access_fields, enterprises},
          {"access.enterprises_fixed", MetricKind::share, Origin::simulated, {}, enterprises_fixed},
          {"access.floor_area", MetricKind::share, Origin::simulated, access_fields, floor_area},
          {"access.parcels", MetricKind::share, Origin::simulated, access_fields, parcels}};
}

}  // namespace parktwin::criteria
