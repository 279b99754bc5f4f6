#include "engine/criteria/judged_ground.h"

#include <algorithm>
#include <numeric>

namespace parktwin::criteria {
namespace {

/// The answer by that rule, made by make() when it is the first time.
template <class Answers, class Make>
const auto& answer_by(Answers& answers, const CoverageRule& rule, Make&& make) {
  const auto known = std::find_if(answers.begin(), answers.end(), [&](const auto& each) { return each.first == rule; });
  if (known != answers.end()) return *known->second;
  using Answer = std::remove_cvref_t<decltype(make())>;
  return *answers.emplace_back(rule, std::make_unique<const Answer>(make())).second;
}

std::vector<PremisesCount> count_premises(const std::vector<OwnedRun>& runs, const std::vector<std::uint8_t>& covered,
                                          const radio::Result& radio, const std::vector<Enterprise>& enterprises) {
  std::vector<PremisesCount> counts(enterprises.size());
  for (const OwnedRun& run : runs) {
    const auto owner = static_cast<std::size_t>(run.owner);
    const auto down = static_cast<float>(enterprises[owner].required_down.value());
    const auto up = static_cast<float>(enterprises[owner].required_up.value());
    std::int64_t served = 0;
    for (std::size_t cell = run.begin; cell < run.end; ++cell) {
      const bool fast = radio.throughput_down_mbit_s.values[cell] >= down && radio.throughput_up_mbit_s.values[cell] >= up;
      served += static_cast<std::int64_t>(fast) & covered[cell];
    }
    counts[owner].cells += run.end - run.begin;
    counts[owner].covered += ones_of(covered, run);
    counts[owner].served += served;
  }
  return counts;
}

}  // namespace

const LandRuns& JudgedGround::land() {
  if (land_ == nullptr) land_ = (memory_ == nullptr ? own_ : *memory_).runs_of(results_->radio.place, *park_);
  return *land_;
}

const std::vector<std::uint8_t>& JudgedGround::covered(const CoverageRule& rule) {
  return answer_by(covered_, rule, [&] { return covered_by_5g(*results_, rule).values; });
}

const std::vector<std::uint8_t>& JudgedGround::wired() {
  if (wired_ == nullptr) wired_ = std::make_unique<const std::vector<std::uint8_t>>(served_by_wire(*results_, *park_).values);
  return *wired_;
}

const std::vector<PremisesCount>& JudgedGround::premises(const CoverageRule& rule) {
  return answer_by(premises_, rule,
                   [&] { return count_premises(land().premises, covered(rule), results_->radio, park_->enterprises->records()); });
}

std::int64_t ones_of(const std::vector<std::uint8_t>& cells, const OwnedRun& run) {
  return std::accumulate(cells.begin() + run.begin, cells.begin() + run.end, std::int64_t{0});
}

std::int64_t ones_of_any(const std::vector<std::uint8_t>& cells, const std::vector<std::uint8_t>& others, const OwnedRun& run) {
  std::int64_t count = 0;
  for (std::size_t cell = run.begin; cell < run.end; ++cell) count += cells[cell] | others[cell];
  return count;
}

}  // namespace parktwin::criteria
