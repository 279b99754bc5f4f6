#pragma once
// Choices of splitters that were made already, for problems that come again, as they do while something else in a park changes.
#include <span>
#include <vector>

#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::wired::optical::splitters {

class KnownChoices {
 public:
  /// Forgets what was not asked for since the last call.
  void begin();
  /// As splitters::best_of().
  [[nodiscard]] Choice best_of(const Problem& problem, std::span<const Stages> kinds);
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Problem problem;
    std::vector<Stages> kinds;
    Choice choice;
    bool asked = true;
  };
  std::vector<Entry> entries_;
};

}  // namespace parktwin::wired::optical::splitters
