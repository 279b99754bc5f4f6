#pragma once
// Choices of splitters that were made already, for problems that come again, as they do while something else in a park changes.
#include <span>
#include <vector>

#include "engine/core/recent.h"
#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::wired::optical::splitters {

class KnownChoices {
 public:
  /// Begins another round of questions.
  void begin() { known_.begin(); }
  /// As splitters::best_of().
  [[nodiscard]] Choice best_of(const Problem& problem, std::span<const Stages> kinds);
  [[nodiscard]] std::size_t size() const { return known_.size(); }

 private:
  struct Question {
    Problem problem;
    std::vector<Stages> kinds;
    friend bool operator==(const Question&, const Question&) = default;
  };
  Recent<Question, Choice> known_;
};

}  // namespace parktwin::wired::optical::splitters
