// Headline figures follow from the field lists: numbers as they are; maps by the mean, least and largest of their cells (maps of small
// whole numbers by how many cells hold each); tables by their rows, how often each flag is set and each name occurs.
#include <algorithm>
#include <map>

#include "engine/storage/described_json.h"
#include "engine/storage/storage.h"

namespace parktwin::storage {
namespace {

template <std::floating_point Value>
Json figures_of(const Field& field, const Grid<Value>& grid) {
  double sum = 0.0;
  double least = std::numeric_limits<double>::infinity();
  double largest = -least;
  std::int64_t cells = 0;
  for (const Value value : grid.values) {
    if (!std::isfinite(value)) continue;
    sum += value;
    least = std::min<double>(least, value);
    largest = std::max<double>(largest, value);
    ++cells;
  }
  const double mean = cells == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(cells);
  return {{"unit", std::string(field.unit)},
          {"cells", cells},
          {"mean", number_or_null(mean)},
          {"minimum", number_or_null(least)},
          {"maximum", number_or_null(largest)}};
}

Json figures_of(const Field&, const Grid<std::uint8_t>& grid) {
  std::map<int, std::int64_t> cells;
  for (const std::uint8_t value : grid.values) ++cells[value];
  Json counts = Json::object();
  for (const auto& [value, count] : cells) counts[std::to_string(value)] = count;
  return {{"cells_by_value", counts}};
}

template <class Row>
Json figures_of(const Field&, const std::vector<Row>& rows) {
  Json figures{{"rows", rows.size()}};
  const auto count = [&figures]<class M>(const Field& field, const M& member) {
    const std::string name(field.name);
    if constexpr (std::same_as<M, bool>) figures[name] = figures.value(name, 0) + (member ? 1 : 0);
    if constexpr (NamedEnum<M>) {
      if (!figures.contains(name)) figures[name] = Json::object();
      const std::string value(name_of(member));
      figures[name][value] = figures[name].value(value, 0) + 1;
    }
  };
  for (const Row& row : rows) describe(count, row);
  return figures;
}

template <Described Record>
Json headline_of(const Record& record) {
  Json headline = Json::object();
  describe(
      [&headline]<class M>(const Field& field, const M& member) {
        const std::string name(field.name);
        if constexpr (Raster<M>) {
          if constexpr (std::floating_point<typename M::Value> || std::same_as<typename M::Value, std::uint8_t>) {
            headline[name] = figures_of(field, member);
          }
        } else if constexpr (Vector<M>) {
          if constexpr (Described<typename M::value_type>) headline[name] = figures_of(field, member);
        } else if constexpr (Described<M>) {
          headline[name] = headline_of(member);
        } else if constexpr (UnitValue<M>) {
          headline[name] = number_or_null(member.value());
        } else if constexpr (std::is_arithmetic_v<M>) {
          headline[name] = to_json(member);
        }
      },
      record);
  return headline;
}

Json phase_summary(const criteria::PhaseRecord& phase) {
  Json counts = Json::object();
  for (const auto& entry : names_of(criteria::Status{})) {
    counts[std::string(entry.name)] =
        std::count_if(phase.targets.begin(), phase.targets.end(), [&](const auto& target) { return target.status == entry.value; });
  }
  return {{"year", phase.year},
          {"name", {{"en", phase.name_en}, {"zh", phase.name_zh}}},
          {"capital_likely_cny", number_or_null(phase.capital_likely_cny)},
          {"covered_hectares", number_or_null(phase.covered_hectares)},
          {"connected_enterprises", phase.connected_enterprises},
          {"results_hash", phase.results_hash},
          {"counts", counts}};
}

Json cost_summary(const criteria::PlanRecord& plan) {
  const costs::Account& account = plan.account;
  return {{"prices", account.prices},
          {"base_year", account.base_year},
          {"discount_rate", number_or_null(account.discount_rate)},
          {"years", account.cash_flow.size()},
          {"capital_cny",
           {number_or_null(account.capital_low_cny), number_or_null(account.capital_likely_cny), number_or_null(account.capital_high_cny)}},
          {"present_value_cny",
           {number_or_null(account.present_value_low_cny), number_or_null(account.present_value_likely_cny),
            number_or_null(account.present_value_high_cny)}},
          {"not_priced", account.bill.not_priced.size()},
          {"unit_costs", to_json(plan.unit_costs)}};
}

}  // namespace

std::string summary_json(const SavedRun& run) {
  Json document;
  document["version"] = run.version;
  document["park"] = {{"en", run.park.site->name}, {"zh", run.park.site->name_zh}};
  document["scenario"] = run.scenario_name;
  document["seed"] = run.seed;
  document["results_hash"] = results_hash(run.results).hex();
  document["files"] = Json::array();
  for (const SourceFile& file : run.files) document["files"].push_back({{"path", file.path}, {"hash", file.hash}});
  document["phases"] = Json::array();
  for (const auto& phase : run.plan.phases) document["phases"].push_back(phase_summary(phase));
  document["costs"] = cost_summary(run.plan);
  document["headline"] = headline_of(run.results);
  document["timings"] = to_json(run.timings);
  double total = 0.0;
  for (const Timing& timing : run.timings) total += timing.seconds;
  document["total_seconds"] = number_or_null(total);
  document["peak_memory_mib"] = number_or_null(run.peak_memory_mib);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace parktwin::storage
