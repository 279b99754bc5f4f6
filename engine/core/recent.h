#pragma once
// Answers that are kept while their questions come again, as they do where something small changes at a time: those not asked for in the
// last rounds are forgotten, so that a change that is taken back soon costs nothing. Questions are found by comparison, one by one.
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace parktwin {

inline constexpr std::uint64_t rounds_kept = 16;

template <class Question, class Answer>
class Recent {
 public:
  /// Begins another round; forgets what was not asked for in the last ones.
  void begin() {
    ++round_;
    std::erase_if(kept_, [&](const Kept& kept) { return kept.last_asked + rounds_kept < round_; });
  }
  /// Null when it is not known. Stays until the next add() or begin().
  [[nodiscard]] const Answer* find(const Question& question) {
    const auto known = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.question == question; });
    if (known == kept_.end()) return nullptr;
    known->last_asked = round_;
    return &known->answer;
  }
  void add(Question question, Answer answer) { kept_.push_back({std::move(question), std::move(answer), round_}); }
  [[nodiscard]] std::size_t size() const { return kept_.size(); }

 private:
  struct Kept {
    Question question;
    Answer answer;
    std::uint64_t last_asked = 0;
  };
  std::vector<Kept> kept_;
  std::uint64_t round_ = 0;
};

}  // namespace parktwin
