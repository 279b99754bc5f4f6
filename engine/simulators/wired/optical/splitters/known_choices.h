#pragma once
// Choices of splitters that were made already, for problems that come again, as they do while something else in a park changes.
#include <span>
#include <vector>

#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::wired::optical::splitters {

class KnownChoices {
 public:
  static constexpr std::uint64_t rounds_kept = 16;  ///< so that a change that is taken back costs nothing

  /// Begins another round; forgets what was not asked for in the last ones.
  void begin();
  /// As splitters::best_of().
  [[nodiscard]] Choice best_of(const Problem& problem, std::span<const Stages> kinds);
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Problem problem;
    std::vector<Stages> kinds;
    Choice choice;
    std::uint64_t last_asked = 0;
  };
  std::vector<Entry> entries_;
  std::uint64_t round_ = 0;
};

}  // namespace parktwin::wired::optical::splitters
