#include "engine/plan/cover/cover_programme.h"

#include <map>
#include <utility>

namespace parktwin::plan {
namespace {

/// Places of one demand that the same choices cover, as one.
struct Bundle {
  std::uint32_t demand = 0;
  double weight = 0.0;
  std::vector<std::uint32_t> choices;
};

std::vector<Bundle> bundles_of(const CoverProblem& problem) {
  std::vector<std::vector<std::uint32_t>> covering(problem.places.size());
  for (std::size_t j = 0; j < problem.choices.size(); ++j) {
    for (const std::uint32_t place : problem.choices[j].covered) covering[place].push_back(static_cast<std::uint32_t>(j));
  }
  std::map<std::pair<std::uint32_t, std::vector<std::uint32_t>>, double> weights;
  for (std::size_t i = 0; i < covering.size(); ++i) {
    if (!covering[i].empty()) weights[{problem.places[i].demand, std::move(covering[i])}] += problem.places[i].weight;
  }
  std::vector<Bundle> bundles;
  for (auto& [key, weight] : weights) bundles.push_back({key.first, weight, key.second});
  return bundles;
}

}  // namespace

programme::LinearProgramme cover_programme(const CoverProblem& problem) {
  const std::vector<Bundle> bundles = bundles_of(problem);
  programme::LinearProgramme model;
  const auto choices = problem.choices.size();
  static_cast<void>(model.add_columns(choices, 0.0, 1.0, 0.0));
  for (std::size_t j = 0; j < choices; ++j) {
    model.cost[j] = problem.choices[j].cost;
    model.whole[j] = 1;
  }
  const std::int32_t first_place = model.add_columns(bundles.size(), 0.0, 1.0, 0.0);
  const std::int32_t first_demand = model.add_rows(problem.demands.size(), 0.0, programme::unlimited);
  for (std::size_t d = 0; d < problem.demands.size(); ++d) {
    model.row_lower[static_cast<std::size_t>(first_demand) + d] = problem.demands[d].need;
  }
  const std::int32_t first_cover = model.add_rows(bundles.size(), -programme::unlimited, 0.0);
  for (std::size_t i = 0; i < bundles.size(); ++i) {
    const auto place = first_place + static_cast<std::int32_t>(i);
    const auto row = first_cover + static_cast<std::int32_t>(i);
    model.set(first_demand + static_cast<std::int32_t>(bundles[i].demand), place, bundles[i].weight);
    model.set(row, place, 1.0);
    for (const std::uint32_t choice : bundles[i].choices) model.set(row, static_cast<std::int32_t>(choice), -1.0);
  }
  std::map<std::int32_t, std::vector<std::size_t>> groups;
  for (std::size_t j = 0; j < choices; ++j) groups[problem.choices[j].group].push_back(j);
  for (const auto& [group, members] : groups) {
    if (members.size() < 2) continue;
    const std::int32_t row = model.add_rows(1, -programme::unlimited, 1.0);
    for (const std::size_t j : members) model.set(row, static_cast<std::int32_t>(j), 1.0);
  }
  return model;
}

std::vector<std::size_t> choices_in(const std::vector<double>& values, const CoverProblem& problem) {
  std::vector<std::size_t> chosen;
  for (std::size_t j = 0; j < problem.choices.size() && j < values.size(); ++j) {
    if (values[j] > 0.5) chosen.push_back(j);
  }
  return chosen;
}

}  // namespace parktwin::plan
