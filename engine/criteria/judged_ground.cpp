#include "engine/criteria/judged_ground.h"

#include <algorithm>

#include "engine/core/vector_clones.h"

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

PARKTWIN_VECTOR_CLONES std::int64_t sum_of(const std::uint8_t* cells, std::uint32_t count) {
  std::uint32_t sum = 0;
  for (std::uint32_t i = 0; i < count; ++i) sum += cells[i];
  return sum;
}

PARKTWIN_VECTOR_CLONES std::int64_t sum_of_any(const std::uint8_t* cells, const std::uint8_t* others, std::uint32_t count) {
  std::uint32_t sum = 0;
  for (std::uint32_t i = 0; i < count; ++i) sum += static_cast<std::uint32_t>(cells[i] | others[i]);
  return sum;
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
  return sum_of(cells.data() + run.begin, run.end - run.begin);
}

std::int64_t ones_of_any(const std::vector<std::uint8_t>& cells, const std::vector<std::uint8_t>& others, const OwnedRun& run) {
  return sum_of_any(cells.data() + run.begin, others.data() + run.begin, run.end - run.begin);
}

}  // namespace parktwin::criteria
