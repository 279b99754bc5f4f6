#pragma once
// Answers of two_terminal that are kept while the same questions come again: of a network that changes in one place most blocks stay as
// they were. An answer is a function of the question alone, so a kept one has the same bits. Many questions, so found by hash.
#include <string>
#include <unordered_map>

#include "engine/core/recent.h"
#include "engine/simulators/wired/failures/two_terminal.h"

namespace parktwin::wired::failures {

class KeptBounds {
 public:
  /// As two_terminal().
  [[nodiscard]] Bounds answer(const FallibleGraph& graph, std::uint32_t from, std::uint32_t to, std::uint64_t effort);

  /// Begins another round; forgets as Recent does.
  void begin();

  [[nodiscard]] std::size_t size() const { return known_.size(); }

 private:
  struct Answer {
    Bounds bounds;
    std::uint64_t last_asked = 0;
  };
  std::unordered_map<std::string, Answer> known_;  // by the bytes of the question
  std::uint64_t round_ = 0;
};

}  // namespace parktwin::wired::failures
