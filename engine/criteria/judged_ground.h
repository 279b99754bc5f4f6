#pragma once
// Where 5G, a wire or an enterprise's own rates serve the ground that clauses count over. Each answer is worked out when a clause first
// asks for it and serves all others.
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "engine/criteria/coverage.h"
#include "engine/criteria/land_runs.h"
#include "engine/park/park.h"
#include "engine/run/results.h"

namespace parktwin::criteria {

/// Map cells of an enterprise's premises, those of them that 5G covers, and those of these where one device gets the enterprise's rates.
struct PremisesCount {
  std::int64_t cells = 0;
  std::int64_t covered = 0;
  std::int64_t served = 0;
};

class JudgedGround {
 public:
  /// All three outlive it; without a memory it works the land out for itself.
  JudgedGround(const Results& results, const Park& park, LandMemory* memory = nullptr)
      : results_(&results), park_(&park), memory_(memory) {}

  [[nodiscard]] const LandRuns& land();
  /// Per map cell: 1 where 5G meets the rule, see covered_by_5g().
  [[nodiscard]] const std::vector<std::uint8_t>& covered(const CoverageRule& rule);
  /// Per map cell: 1 where a working fixed access serves, see served_by_wire().
  [[nodiscard]] const std::vector<std::uint8_t>& wired();
  /// Per enterprise. Precondition: the radio map has rates.
  [[nodiscard]] const std::vector<PremisesCount>& premises(const CoverageRule& rule);

 private:
  template <class T>
  using ByRule = std::vector<std::pair<CoverageRule, std::unique_ptr<const std::vector<T>>>>;

  const Results* results_;
  const Park* park_;
  LandMemory* memory_;
  LandMemory own_;
  std::shared_ptr<const LandRuns> land_;
  ByRule<std::uint8_t> covered_;
  ByRule<PremisesCount> premises_;
  std::unique_ptr<const std::vector<std::uint8_t>> wired_;
};

/// Number of ones. Precondition: all are 0 or 1.
[[nodiscard]] std::int64_t ones_of(const std::vector<std::uint8_t>& cells, const OwnedRun& run);
/// Number of cells of the run where any of both is 1.
[[nodiscard]] std::int64_t ones_of_any(const std::vector<std::uint8_t>& cells, const std::vector<std::uint8_t>& others,
                                       const OwnedRun& run);

}  // namespace parktwin::criteria
