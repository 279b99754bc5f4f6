#pragma once
// Answers of two_terminal that are kept while the same questions come again: of a network that changes in one place most blocks stay as
// they were. An answer is a function of the question alone, so a kept one has the same bits.
#include <string>
#include <unordered_map>

#include "engine/simulators/wired/failures/two_terminal.h"

namespace parktwin::wired::failures {

class KeptBounds {
 public:
  /// As two_terminal().
  [[nodiscard]] Bounds answer(const FallibleGraph& graph, std::uint32_t from, std::uint32_t to, std::uint64_t effort);

  /// Forgets what was not asked for since the last call.
  void forget_unused();

  [[nodiscard]] std::size_t size() const { return asked_.size() + earlier_.size(); }

 private:
  using Answers = std::unordered_map<std::string, Bounds>;  // by the bytes of the question
  Answers asked_;
  Answers earlier_;
};

}  // namespace parktwin::wired::failures
